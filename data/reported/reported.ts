/** A system that was announced and stands on no list. */
export type ReportedSystem = {
  /** Stable key for links and tests. */
  key: string
  /** The organisation it belongs to. */
  organisation: string
  name: string
  /** Year and, where known, day of the announcement; ISO 8601. */
  announced: string
  hostedIn: string
  /** Figures as announced, in the announcer’s own measure. */
  figures: readonly { label: string; value: string }[]
  source: { title: string; url: string; publisher: string }
  /** What must not be compared with the lists, and why. */
  caution: string
}

/** Systems that people ask for and the lists do not hold. Own sentences; figures as announced. */
export const REPORTED: readonly ReportedSystem[] = [
  {
    key: 'openai-2020',
    organisation: 'azure',
    name: 'Supercomputer built by Microsoft for OpenAI',
    announced: '2020-05-19',
    hostedIn: 'Microsoft Azure',
    figures: [
      { label: 'CPU cores', value: 'more than 285,000' },
      { label: 'GPUs', value: '10,000' },
      { label: 'Network for each GPU server', value: '400 Gbit/s' },
    ],
    source: {
      title: 'Microsoft announces new supercomputer, lays out vision for future AI work',
      url: 'https://blogs.microsoft.com/ai/openai-azure-supercomputer/',
      publisher: 'Microsoft',
    },
    caution:
      'Its 285,000 are CPU cores alone, while the TOP500’s cores count accelerator units too, so the two must not be compared. No Rmax was published, so it has no rank.',
  },
]
