/** A system that was announced and stands on no list. */
export type ReportedSystem = {
  /** Stable key for links and tests. */
  key: string
  /** Key of the organisation it belongs to, which need not be on any list. */
  organisation: string
  name: string
  /** Year and, where known, day of the announcement; ISO 8601. */
  announced: string
  hostedIn: string
  /** Figures as announced, in the announcer’s own measure. */
  figures: readonly { label: string; value: string }[]
  /** How many accelerators it has, and of which family of `data/families`; null where the announcement does not say. */
  accelerators: { count: number; family: string | null }
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
    accelerators: { count: 10_000, family: null },
    source: {
      title: 'Microsoft announces new supercomputer, lays out vision for future AI work',
      url: 'https://blogs.microsoft.com/ai/openai-azure-supercomputer/',
      publisher: 'Microsoft',
    },
    caution:
      'Its 285,000 are CPU cores alone, while the TOP500’s cores count accelerator units too, so the two must not be compared. No Rmax was published, so it has no rank.',
  },
  {
    key: 'tesla-2021',
    organisation: 'tesla',
    name: 'Tesla’s training cluster of 2021',
    announced: '2021-06-20',
    hostedIn: 'a data centre of Tesla',
    figures: [
      { label: 'GPUs', value: '5,760 NVIDIA A100' },
      { label: 'Nodes', value: '720, with eight GPUs each' },
      { label: 'Performance in FP16', value: '1.8 Eflop/s' },
    ],
    accelerators: { count: 5760, family: 'NVIDIA Ampere' },
    source: {
      title: 'Tesla already has one of the most powerful supercomputers in the world',
      url: 'https://vpk.name/en/517807_tesla-already-has-one-of-the-most-powerful-supercomputers-in-the-world.html',
      publisher: 'VPK.name',
    },
    caution:
      'Its 1.8 Eflop/s are a peak in FP16, while Rmax is measured in FP64, so the two must not be compared. That it would be fifth, or third, was said of it and never measured.',
  },
  {
    key: 'meta-rsc-2022',
    organisation: 'meta',
    name: 'AI Research SuperCluster of Meta',
    announced: '2022-01-24',
    hostedIn: 'a data centre of Meta',
    figures: [
      { label: 'GPUs', value: '6,080 NVIDIA A100; 16,000 planned' },
      { label: 'Nodes', value: '760 NVIDIA DGX A100' },
      { label: 'Network for each GPU', value: '200 Gbit/s' },
    ],
    accelerators: { count: 6080, family: 'NVIDIA Ampere' },
    source: {
      title: 'Introducing the AI Research SuperCluster',
      url: 'https://ai.meta.com/blog/ai-rsc/',
      publisher: 'Meta',
    },
    caution:
      'No Rmax was published, so it has no rank. The system that the lists print for Facebook is another one, of 2017.',
  },
  {
    key: 'xai-colossus-2024',
    organisation: 'xai',
    name: 'Colossus of xAI',
    announced: '2024-10-28',
    hostedIn: 'Memphis, Tennessee',
    figures: [
      { label: 'GPUs', value: '100,000 NVIDIA Hopper' },
      { label: 'Network', value: 'NVIDIA Spectrum-X Ethernet' },
    ],
    accelerators: { count: 100_000, family: 'NVIDIA Hopper' },
    source: {
      title:
        'NVIDIA Ethernet Networking Accelerates World’s Largest AI Supercomputer, Built by xAI',
      url: 'https://nvidianews.nvidia.com/news/spectrum-x-ethernet-networking-xai-colossus',
      publisher: 'NVIDIA',
    },
    caution:
      'A number of GPUs is no measured performance, and no Rmax was published, so it has no rank.',
  },
]

/**
 * What lists count as accelerator cores, for one accelerator of a family: the streaming multiprocessors or compute units of
 * the model that most listed systems have, as its maker states them.
 */
export const ACCELERATOR_UNITS: readonly { family: string; each: number; model: string }[] = [
  { family: 'NVIDIA Pascal', each: 56, model: 'P100' },
  { family: 'NVIDIA Volta', each: 80, model: 'V100' },
  { family: 'NVIDIA Ampere', each: 108, model: 'A100' },
  { family: 'NVIDIA Hopper', each: 132, model: 'H100 SXM' },
  { family: 'AMD Instinct MI200', each: 220, model: 'MI250X' },
  { family: 'AMD Instinct MI300', each: 228, model: 'MI300A' },
]
