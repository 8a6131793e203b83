import type { FamilyTable } from '../../lib/model/family'
import { begins, family, spelt } from './row'

const technology = 'processorTechnology'
const model = 'processor'

/** Who designed the processors, by the processor where it says more than the technology. */
export const PROCESSOR_MAKERS: FamilyTable = {
  fields: [technology],
  notGiven: [{ field: technology, printed: ['N/A'] }],
  rows: [
    family(
      'Hygon',
      begins(model, ['Hygon '], {
        because:
          'The lists of 2018 to June 2020 print the technology of Hygon’s Dhyana as AMD x86_64, later ones as X86_64.',
      }),
    ),
    family(
      'Sunway',
      spelt(technology, ['ShenWei']),
      begins(model, ['ShenWei ', 'Sunway '], {
        because: 'The lists until June 2017 print the technology as Others.',
      }),
    ),
    family('Intel', begins(technology, ['Intel '])),
    family('AMD', spelt(technology, ['AMD']), begins(technology, ['AMD '])),
    family('IBM', spelt(technology, ['Power', 'PowerPC', 'IBM3090'])),
    family(
      'Sun',
      begins(model, ['UltraSPARC', 'SuperSPARC'], {
        because: 'Sparc is an architecture that two makers of the lists design.',
      }),
      spelt(model, ['Sparc'], {
        because: 'The processors of Thinking Machines’ CM-5 and of Sun’s first servers.',
      }),
    ),
    family(
      'Fujitsu',
      begins(model, ['SPARC64'], {
        because: 'Sparc is an architecture that two makers of the lists design.',
      }),
      spelt(technology, ['Fujitsu', 'Fujitsu ARM', 'ap1000'], {
        because: 'The AP1000 is Fujitsu’s.',
      }),
    ),
    family('NVIDIA', spelt(technology, ['NVIDIA Grace CPU'])),
    family('NEC', spelt(technology, ['NEC', 'NEC Vector Engine'])),
    family(
      'DEC and its heirs',
      spelt(technology, ['Alpha'], {
        because: 'Digital’s Alpha went to Compaq in 1998 and to Hewlett-Packard in 2002.',
      }),
    ),
    family('MIPS', spelt(technology, ['MIPS'])),
    family(
      'Hewlett-Packard',
      spelt(technology, ['PA-RISC'], { because: 'PA-RISC is Hewlett-Packard’s.' }),
    ),
    family('Cray', spelt(technology, ['Cray'])),
    family('Hitachi', spelt(technology, ['Hitachi', 'Hitachi SR8000'])),
    family('Kendall Square Research', spelt(technology, ['KSR'])),
    family('Thinking Machines', spelt(technology, ['TMC CM2'])),
    family('Convex', spelt(technology, ['Convex'])),
    family('MasPar', spelt(technology, ['Maspar'])),
    family('nCUBE', spelt(technology, ['nCube'])),
    family(
      'Marvell and Cavium',
      spelt(technology, ['ThunderX2', 'Cavium'], {
        because: 'Marvell took Cavium and its ThunderX2 over in 2018.',
      }),
    ),
    family(
      'GRAPE project',
      begins(model, ['Others GRAPE'], {
        because: 'The lists print the technology of the University of Tokyo’s GRAPE-DR as Others.',
      }),
    ),
    family('LineShine', spelt(technology, ['LineShine LX2'])),
  ],
}
