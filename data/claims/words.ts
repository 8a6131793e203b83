import type { Condition } from '../../lib/claim/claim'

/** Words for countries and makers that writers use and no list prints. */
export const SHORT_NAMES: readonly {
  words: readonly string[]
  field: 'country' | 'manufacturer'
  name: string
}[] = [
  {
    words: ['US', 'U.S.', 'USA', 'United States of America', 'America'],
    field: 'country',
    name: 'United States',
  },
  { words: ['UK', 'U.K.', 'Britain', 'Great Britain'], field: 'country', name: 'United Kingdom' },
  { words: ['Korea'], field: 'country', name: 'South Korea' },
  { words: ['Holland'], field: 'country', name: 'Netherlands' },
]

/** Words that name a condition by themselves. */
export const CONDITION_WORDS: readonly { words: readonly string[]; condition: Condition }[] = [
  {
    words: ['accelerators', 'accelerator', 'accelerated'],
    condition: { is: 'group', by: 'accelerated', name: 'With an accelerator' },
  },
  { words: ['InfiniBand'], condition: { is: 'group', by: 'interconnect', name: 'InfiniBand' } },
  {
    words: ['Gigabit Ethernet'],
    condition: { is: 'group', by: 'interconnect', name: 'Gigabit Ethernet' },
  },
  { words: ['AMD'], condition: { is: 'group', by: 'processor-maker', name: 'AMD' } },
  { words: ['petaflop', 'petaflops'], condition: { is: 'reaches', tflops: 1000 } },
  { words: ['new'], condition: { is: 'new' } },
]

/** Words by which a share is one of performance; without them it is one of the number of systems. */
export const PERFORMANCE_WORDS: readonly string[] = [
  'performance',
  'rmax',
  'capacity',
  'flops',
  'computing power',
]

/** The segments that lists print. */
export const SEGMENTS: readonly string[] = [
  'Industry',
  'Research',
  'Academic',
  'Government',
  'Vendor',
  'Classified',
  'Others',
]
