import type { Claim } from '../../lib/claim/claim'

/**
 * What an article of 2021 and 2022 on Microsoft’s place in supercomputing states, in our own words. The statements speak of
 * the list of November 2021; on any other list they are judged by what that says.
 */
export const ARTICLE: readonly Claim[] = [
  {
    id: 'azure-five',
    statement: 'Microsoft Azure holds five places on the list.',
    parts: [
      {
        says: 'figure',
        question: { ask: 'systems', of: [{ is: 'organisation', key: 'azure' }] },
        stated: '5',
      },
    ],
  },
  {
    id: 'voyager-only-new',
    statement: 'Voyager-EUS2 is the only new system in the top 10.',
    parts: [
      {
        says: 'only',
        system: 'Voyager-EUS2',
        of: [{ is: 'top', count: 10 }, { is: 'new' }],
      },
    ],
  },
  {
    id: 'voyager-rmax',
    statement: 'Voyager-EUS2 reaches 30.05 Pflop/s.',
    parts: [
      {
        says: 'figure',
        question: { ask: 'figure', figure: 'rmax', system: 'Voyager-EUS2' },
        stated: '30.05',
        unit: 'Pflop/s',
      },
    ],
  },
  {
    id: 'voyager-parts',
    statement: 'Voyager-EUS2 is built on AMD EPYC processors and NVIDIA A100 GPUs with 80 GB.',
    parts: [{ says: 'uses', system: 'Voyager-EUS2', texts: ['AMD EPYC', 'NVIDIA A100', '80GB'] }],
  },
  {
    id: 'meta-and-ibm-build',
    statement:
      'Meta, which was called Facebook, and IBM are among the companies that build supercomputers.',
    parts: ['meta', 'ibm'].map((key) => ({
      says: 'figure',
      question: { ask: 'systems', of: [{ is: 'organisation', key, lens: 'built-by' }] },
      stated: '1',
      is: 'at-least',
    })),
    note: 'Whether they lead, the list does not say; it says how many systems each builds.',
  },
  {
    id: 'openai-2020',
    statement:
      'The supercomputer that Microsoft built for OpenAI in 2020 has more than 285,000 CPU cores, 10,000 GPUs and 400 gigabits per second of network for each GPU server.',
    parts: [
      {
        says: 'unlisted',
        because:
          'The supercomputer that Microsoft built for OpenAI is on no list: no HPL run of it was ever submitted. The figures are Microsoft’s own of May 2020.',
      },
    ],
  },
  {
    id: 'nuance-and-meta-use-it',
    statement:
      'Companies such as Meta and Nuance have used Microsoft’s supercomputers for their research.',
    parts: [
      {
        says: 'unlisted',
        because:
          'The lists say who builds a system and where it stands, and never who computes on it.',
      },
    ],
  },
]
