import type { FamilyTable } from '../../lib/model/family'
import { begins, family, joint, spelt } from './row'

const field = 'accelerator'

/** Accelerators of two makers in one system, by which is printed first. */
const NVIDIA_FIRST: readonly string[] = [
  'NVIDIA Tesla K40/Intel Xeon Phi 7120P',
  'NVIDIA K20/K20x, Xeon Phi 5110P',
  'K20M/Xeon Phi 5110P',
]
const INTEL_FIRST: readonly string[] = ['Xeon Phi 5120D/Nvidia K40']
const FERMI_FIRST: readonly string[] = ['NDIVA M2090/Intel Xeon Phi 7120P']
const SLIP = { because: 'NVIDIA’s name with a slip of the pen.' }

/** A system of which the list says that it has no accelerator. */
export const NO_ACCELERATOR = 'No accelerator'

/** Who makes the accelerators. */
export const ACCELERATOR_MAKERS: FamilyTable = {
  fields: [field],
  notGiven: [],
  rows: [
    family(NO_ACCELERATOR, spelt(field, ['None'])),
    joint(['NVIDIA', 'Intel'], spelt(field, NVIDIA_FIRST), spelt(field, FERMI_FIRST, SLIP)),
    joint(['Intel', 'NVIDIA'], spelt(field, INTEL_FIRST)),
    family('NVIDIA', begins(field, ['NVIDIA ', 'Nvidia '])),
    family(
      'AMD',
      begins(field, ['AMD ']),
      begins(field, ['ATI '], { because: 'AMD took ATI over in 2006.' }),
    ),
    family('Intel', begins(field, ['Intel '])),
    family('PEZY', begins(field, ['PEZY'])),
    family(
      'Preferred Networks',
      begins(field, ['Preferred Networks ']),
      spelt(field, ['MN-Core'], { because: 'MN-Core without its maker’s name on June 2020.' }),
    ),
    family(
      'Hygon',
      spelt(field, ['Deep Computing Processor'], {
        because: 'Sugon’s systems carry the Deep Computing Processor of its affiliate Hygon.',
      }),
    ),
    family('NUDT', spelt(field, ['Matrix-2000'], { because: 'Made for Tianhe-2A by NUDT.' })),
    family('IBM', spelt(field, ['IBM PowerXCell 8i'])),
  ],
}

/** Whether a system has an accelerator at all. */
export const ACCELERATED: FamilyTable = {
  fields: [field],
  notGiven: [],
  rows: [
    family(NO_ACCELERATOR, spelt(field, ['None'])),
    family('With an accelerator', begins(field, [''])),
  ],
}

/** Generations of accelerators, by the architecture of their chip. */
export const ACCELERATOR_FAMILIES: FamilyTable = {
  fields: [field],
  notGiven: [],
  rows: [
    family(NO_ACCELERATOR, spelt(field, ['None'])),
    joint(['NVIDIA Kepler', 'Intel Xeon Phi'], spelt(field, NVIDIA_FIRST)),
    joint(['NVIDIA Fermi', 'Intel Xeon Phi'], spelt(field, FERMI_FIRST, SLIP)),
    joint(['Intel Xeon Phi', 'NVIDIA Kepler'], spelt(field, INTEL_FIRST)),
    family(
      'NVIDIA Fermi',
      spelt(field, ['NVIDIA 2050', 'NVIDIA 2070', 'NVIDIA 2075', 'NVIDIA 2090']),
    ),
    family(
      'NVIDIA Kepler',
      begins(field, ['NVIDIA K20', 'Nvidia K20', 'NVIDIA Tesla K', 'Nvidia K40', 'Nvidia K80']),
      spelt(field, ['Nvidia Titan Black']),
    ),
    family('NVIDIA Pascal', begins(field, ['NVIDIA Tesla P', 'NVIDIA Tesla GP100'])),
    family('NVIDIA Volta', begins(field, ['NVIDIA Tesla V100', 'NVIDIA Volta ', 'Nvidia Volta '])),
    family('NVIDIA Turing', spelt(field, ['NVIDIA Quadro RTX8000'])),
    family(
      'NVIDIA Ampere',
      begins(field, ['NVIDIA A100', 'NVIDIA Tesla A100', 'NVIDIA HGX A100', 'NVIDIA A40']),
    ),
    family(
      'NVIDIA Hopper',
      begins(field, [
        'NVIDIA H100',
        'Nvidia H100',
        'NVIDIA HGX H100',
        'NVIDIA H200',
        'NVIDIA HGX H200',
        'NVIDIA GH200',
      ]),
    ),
    family(
      'NVIDIA Blackwell',
      begins(field, ['NVIDIA B200', 'NVIDIA HGX B200', 'NVIDIA DGX B200', 'NVIDIA GB200']),
    ),
    family(
      'AMD Radeon and FirePro',
      begins(field, ['ATI ', 'AMD Radeon ', 'AMD FirePro '], {
        because: 'Graphics cards from before AMD’s own line for computing.',
      }),
    ),
    family('AMD Vega', spelt(field, ['AMD Vega 20'])),
    family('AMD Instinct MI200', begins(field, ['AMD Instinct MI2'])),
    family(
      'AMD Instinct MI300',
      begins(field, ['AMD Instinct MI3'], {
        because: 'The MI355X is the third generation’s last.',
      }),
    ),
    family(
      'Intel Xeon Phi',
      begins(field, ['Intel Xeon Phi']),
      spelt(field, ['Intel MIC'], {
        because: 'The name of the Xeon Phi before it was sold.',
      }),
    ),
    family('Intel Data Center GPU Max', begins(field, ['Intel Data Center GPU Max'])),
    family('PEZY-SC', begins(field, ['PEZY-SC'])),
    family('MN-Core', begins(field, ['Preferred Networks MN-Core', 'MN-Core'])),
    family('Deep Computing Processor', spelt(field, ['Deep Computing Processor'])),
    family('Matrix-2000', spelt(field, ['Matrix-2000'])),
    family('PowerXCell', begins(field, ['IBM PowerXCell'])),
  ],
}
