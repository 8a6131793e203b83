/** Something that happened beside the lists and that charts through time can mark. */
export type Milestone = {
  /** A month or day; a year alone is its middle, and said so in `when`. */
  at: string
  /** As sentences say it: `2016`, `May 2021`. */
  when: string
  /** The organisation whose charts mark it. */
  organisation: string
  /** What happened, as the end of a sentence. */
  what: string
}

/** The dates of the article on Microsoft’s place in supercomputing, oldest first, in our own words. */
export const MILESTONES: readonly Milestone[] = [
  {
    at: '2016-07',
    when: '2016',
    organisation: 'azure',
    what: 'Satya Nadella speaks in Dublin of Azure as the first AI supercomputer',
  },
  {
    at: '2019-07',
    when: '2019',
    organisation: 'azure',
    what: 'Microsoft invests one billion dollars in OpenAI',
  },
  {
    at: '2020-05',
    when: '2020',
    organisation: 'azure',
    what: 'Microsoft builds a supercomputer for OpenAI that is on no list',
  },
  {
    at: '2021-05',
    when: 'May 2021',
    organisation: 'azure',
    what: 'GPT-3 comes to a Microsoft product',
  },
  {
    at: '2021-11',
    when: 'November 2021',
    organisation: 'azure',
    what: 'Azure OpenAI Service is announced',
  },
]

/** What the same article tells of besides, which no chart marks: of GPT-3 and of Nuance, in our own words. */
export const BESIDE_MILESTONES: readonly Milestone[] = [
  {
    at: '2020-09',
    when: 'September 2020',
    organisation: 'azure',
    what: 'GPT-3 is licensed to Microsoft exclusively',
  },
  {
    at: '2021-04',
    when: 'April 2021',
    organisation: 'azure',
    what: 'Microsoft announces that it buys Nuance, whose research is said to use its supercomputers',
  },
]
