import type { FamilyTable } from '../../lib/model/family'
import { begins, family, spelt } from './row'

const printed = 'osFamily'
const system = 'operatingSystem'

const BEFORE_2011 = {
  to: '2011-06',
  because:
    'The lists have no column of families before November 2011; the system itself is printed.',
} as const
const JUNE_2020 = {
  from: '2020-06',
  to: '2020-06',
  because: 'June 2020 prints the operating system in the column of its family.',
} as const

/** Families of operating systems, as the lists print them since November 2011; before, by the operating system. */
export const OPERATING_SYSTEMS: FamilyTable = {
  fields: [printed, system],
  notGiven: [{ field: system, printed: ['N/A'] }],
  rows: [
    family(
      'Linux',
      spelt(printed, ['Linux']),
      begins(
        printed,
        [
          'CentOS',
          'Cray Linux',
          'bullx',
          'Bullx',
          'Red Hat',
          'Redhat',
          'RHEL',
          'TOSS',
          'SUSE',
          'SLES',
          'Ubuntu',
          'Kylin',
          'Sunway RaiseOS',
          'Scientific Linux',
          'Calibre OS',
          'Amazon Linux',
          'Tri-Lab',
        ],
        JUNE_2020,
      ),
      begins(
        system,
        ['Linux', 'SLES10', 'SuSE', 'SUSE', 'Redhat', 'RedHat', 'CentOS', 'CNL'],
        BEFORE_2011,
      ),
    ),
    family(
      'Mixed',
      spelt(printed, ['Mixed']),
      spelt(
        system,
        [
          'CNK/SLES 9',
          'CNK/Linux',
          'UNICOS/SUSE Linux',
          'UNICOS/Linux',
          'UNICOS/lc',
          'VOS3/HAP/ES (IBM MVS compatible) and OSF/1',
          'MVS/ESA, VM/ESA, VSE/ESA, AIX/370',
        ],
        BEFORE_2011,
      ),
    ),
    family('Windows', spelt(printed, ['Windows']), begins(system, ['Windows '], BEFORE_2011)),
    family(
      'BSD Based',
      spelt(printed, ['BSD Based']),
      spelt(system, ['Super-UX', 'SunOS', 'Ultrix or VMS', 'ConvexOS', 'MacOS X'], BEFORE_2011),
    ),
    family(
      'Unix',
      spelt(printed, ['Unix']),
      spelt(
        system,
        [
          'AIX',
          'UNICOS',
          'HP Unix (HP-UX)',
          'IRIX',
          'Solaris',
          'Open Solaris',
          'CMOST',
          'UXP/V',
          'OSF/1',
          'Unix',
          'EWS-UX/V',
          'HI-UX/MPP',
          'Tru64 UNIX',
          'KSR OS',
          'SPP-UX',
          'Digital Unix',
          'Paragon OS',
          'Cell OS',
        ],
        BEFORE_2011,
      ),
    ),
    family(
      'Other',
      spelt(system, ['NX/2 node OS', 'PARIX', 'CRS-OS'], {
        to: '2011-06',
        because: 'Systems for the nodes of one parallel machine, which are no Unix.',
      }),
    ),
  ],
}
