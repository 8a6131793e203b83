import type { FamilyTable } from '../../lib/model/family'
import { family, spelt } from './row'

const field = 'interconnectFamily'

/** Families that the lists print in one way only. */
const ALWAYS: readonly string[] = [
  'Crossbar',
  'SP Switch',
  'Myrinet',
  'Cray Interconnect',
  'Fat Tree',
  'Quadrics',
  'NUMAlink',
  'NUMAflex',
  'Ethernet',
  'Fireplane',
  'Fast Ethernet',
  'HIPPI',
  'SCI',
  'Giganet',
  'RapidArray',
  'PARAMNet',
]

const RENAMED_2011 = 'The lists print the longer name from November 2011 on.'

/** Interconnect families, as the lists print them; the newest spelling is the name. */
export const INTERCONNECTS: FamilyTable = {
  fields: [field],
  notGiven: [{ field, printed: ['N/A'] }],
  rows: [
    family(
      'Gigabit Ethernet',
      spelt(field, ['Gigabit Ethernet'], {
        because: 'The lists print Slingshot here, too; it is Ethernet with its own switches.',
      }),
      spelt(field, ['10G'], {
        from: '2013-06',
        to: '2018-06',
        because: '10-gigabit Ethernet, which later lists print as Gigabit Ethernet.',
      }),
    ),
    family('InfiniBand', spelt(field, ['Infiniband'])),
    family('Omni-Path', spelt(field, ['Omnipath'])),
    family(
      'Custom Interconnect',
      spelt(field, ['Custom Interconnect']),
      spelt(field, ['Custom'], { to: '2011-06', because: RENAMED_2011 }),
    ),
    family(
      'Proprietary Network',
      spelt(field, ['Proprietary Network']),
      spelt(field, ['Proprietary'], { to: '2011-06', because: RENAMED_2011 }),
    ),
    family(
      'Mixed Network',
      spelt(field, ['Mixed Network']),
      spelt(field, ['Mixed'], { to: '2011-06', because: RENAMED_2011 }),
    ),
    ...ALWAYS.map((name) => family(name, spelt(field, [name]))),
  ],
}

const ETHERNET = ['Gigabit Ethernet', '10G', 'Ethernet', 'Fast Ethernet']
const CLUSTER = [
  'Myrinet',
  'Quadrics',
  'Omnipath',
  'SCI',
  'Giganet',
  'PARAMNet',
  'RapidArray',
  'HIPPI',
]

/** Three classes of interconnect that tell the story: Ethernet, InfiniBand, other networks that are sold, and a maker's own. */
export const INTERCONNECT_CLASSES: FamilyTable = {
  fields: [field],
  notGiven: [{ field, printed: ['N/A'] }],
  rows: [
    family('Ethernet', spelt(field, ETHERNET)),
    family('InfiniBand', spelt(field, ['Infiniband'])),
    family(
      'Other networks on the market',
      spelt(field, CLUSTER, { because: 'Sold for clusters of any maker.' }),
    ),
    family('Mixed', spelt(field, ['Mixed', 'Mixed Network'])),
    family(
      'Made for one system or maker',
      spelt(
        field,
        [
          'Crossbar',
          'SP Switch',
          'Custom Interconnect',
          'Custom',
          'Cray Interconnect',
          'Proprietary',
          'Proprietary Network',
          'Fat Tree',
          'NUMAlink',
          'NUMAflex',
          'Fireplane',
        ],
        { because: 'Networks that one maker puts into its own systems.' },
      ),
    ),
  ],
}
