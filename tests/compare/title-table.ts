import type { MetricId } from '@/lib/compare/metric'
import type { Lens } from '@/lib/model/organisation'

/** What is compared, and every sentence that is said of it on the list of November 2021. */
export type Said = {
  name: string
  lens: Lens
  focus: string
  beside: readonly string[]
  headline: string
  'rank-rmax': readonly [title: string, subtitle: string]
  'rank-strip': readonly [title: string, subtitle: string]
  totals: { subtitle: string; titles: Readonly<Record<MetricId, string>> }
  notes: readonly string[]
}

/**
 * Titles, subtitles, headlines and notes over all lenses, metrics and kinds of organisation, each read by a person as a
 * sentence that a colleague would write. A change of words is made here too, and read again.
 */
export const SAID: readonly Said[] = [
  {
    name: 'builders, some of them with partners',
    lens: 'built-by',
    focus: 'ibm',
    beside: ['nvidia', 'fujitsu'],
    headline:
      'IBM built, alone or with partners, 9 of the 500 systems: between rank 2 and rank 279. Together 318 Pflop/s, 10.5 % of the list.',
    'rank-rmax': [
      'Where the systems built by IBM, alone or with partners, rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by builder',
      'One tick for each system built by the organisations shown, alone or with partners, TOP500 list of November 2021',
    ],
    totals: {
      subtitle:
        'Systems built by each organisation, alone or with partners, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by builder',
        share: 'Share of the list’s Rmax by builder',
        systems: 'Number of systems by builder',
        'best-rank': 'Best rank by builder',
        efficiency: 'HPL efficiency by builder',
        cores: 'Total cores by builder',
        power: 'Total power by builder',
      },
    },
    notes: [
      '2 systems count for more than one of the organisations shown (2 for IBM and NVIDIA), so their figures must not be added up. The list’s own total counts every system once.',
    ],
  },
  {
    name: 'builders without partners',
    lens: 'built-by',
    focus: 'azure',
    beside: ['amazon'],
    headline:
      'Microsoft Azure built 5 of the 500 systems: rank 10 and four tied at 32. Together 96.4 Pflop/s, 3.17 % of the list.',
    'rank-rmax': [
      'Where the systems built by Microsoft Azure rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by builder',
      'One tick for each system built by the organisations shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems built by each organisation, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by builder',
        share: 'Share of the list’s Rmax by builder',
        systems: 'Number of systems by builder',
        'best-rank': 'Best rank by builder',
        efficiency: 'HPL efficiency by builder',
        cores: 'Total cores by builder',
        power: 'Total power by builder',
      },
    },
    notes: [],
  },
  {
    name: 'those who run systems',
    lens: 'run-by',
    focus: 'azure',
    beside: ['nvidia', 'ibm'],
    headline:
      'Microsoft Azure ran 5 of the 500 systems: rank 10 and four tied at 32. Together 96.4 Pflop/s, 3.17 % of the list.',
    'rank-rmax': [
      'Where the systems run by Microsoft Azure rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by operator',
      'One tick for each system run by the organisations shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems run by each organisation, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by operator',
        share: 'Share of the list’s Rmax by operator',
        systems: 'Number of systems by operator',
        'best-rank': 'Best rank by operator',
        efficiency: 'HPL efficiency by operator',
        cores: 'Total cores by operator',
        power: 'Total power by operator',
      },
    },
    notes: [],
  },
  {
    name: 'a builder alone',
    lens: 'built-by',
    focus: 'azure',
    beside: [],
    headline:
      'Microsoft Azure built 5 of the 500 systems: rank 10 and four tied at 32. Together 96.4 Pflop/s, 3.17 % of the list.',
    'rank-rmax': [
      'Where the systems built by Microsoft Azure rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank of the systems built by Microsoft Azure',
      'One tick for each system, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax of systems built by Microsoft Azure',
        share: 'Share of the list’s Rmax from systems built by Microsoft Azure',
        systems: 'Number of systems built by Microsoft Azure',
        'best-rank': 'Best rank of systems built by Microsoft Azure',
        efficiency: 'HPL efficiency of systems built by Microsoft Azure',
        cores: 'Total cores of systems built by Microsoft Azure',
        power: 'Total power of systems built by Microsoft Azure',
      },
    },
    notes: [],
  },
  {
    name: 'a builder with partners alone',
    lens: 'built-by',
    focus: 'ibm',
    beside: [],
    headline:
      'IBM built, alone or with partners, 9 of the 500 systems: between rank 2 and rank 279. Together 318 Pflop/s, 10.5 % of the list.',
    'rank-rmax': [
      'Where the systems built by IBM, alone or with partners, rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank of the systems built by IBM, alone or with partners',
      'One tick for each system, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax of systems built by IBM, alone or with partners',
        share: 'Share of the list’s Rmax from systems built by IBM, alone or with partners',
        systems: 'Number of systems built by IBM, alone or with partners',
        'best-rank': 'Best rank of systems built by IBM, alone or with partners',
        efficiency: 'HPL efficiency of systems built by IBM, alone or with partners',
        cores: 'Total cores of systems built by IBM, alone or with partners',
        power: 'Total power of systems built by IBM, alone or with partners',
      },
    },
    notes: [],
  },
  {
    name: 'one who runs systems alone',
    lens: 'run-by',
    focus: 'azure',
    beside: [],
    headline:
      'Microsoft Azure ran 5 of the 500 systems: rank 10 and four tied at 32. Together 96.4 Pflop/s, 3.17 % of the list.',
    'rank-rmax': [
      'Where the systems run by Microsoft Azure rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank of the systems run by Microsoft Azure',
      'One tick for each system, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax of systems run by Microsoft Azure',
        share: 'Share of the list’s Rmax from systems run by Microsoft Azure',
        systems: 'Number of systems run by Microsoft Azure',
        'best-rank': 'Best rank of systems run by Microsoft Azure',
        efficiency: 'HPL efficiency of systems run by Microsoft Azure',
        cores: 'Total cores of systems run by Microsoft Azure',
        power: 'Total power of systems run by Microsoft Azure',
      },
    },
    notes: [],
  },
  {
    name: 'a builder of one system',
    lens: 'built-by',
    focus: 'meta',
    beside: ['azure'],
    headline:
      'Meta built 1 of the 500 systems: rank 139. That system reaches 3.307 Pflop/s, 0.109 % of the list.',
    'rank-rmax': [
      'Where the system built by Meta ranks',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by builder',
      'One tick for each system built by the organisations shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems built by each organisation, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by builder',
        share: 'Share of the list’s Rmax by builder',
        systems: 'Number of systems by builder',
        'best-rank': 'Best rank by builder',
        efficiency: 'HPL efficiency by builder',
        cores: 'Total cores by builder',
        power: 'Total power by builder',
      },
    },
    notes: [],
  },
  {
    name: 'one who runs one system, alone',
    lens: 'run-by',
    focus: 'meta',
    beside: [],
    headline:
      'Meta ran 1 of the 500 systems: rank 139. That system reaches 3.307 Pflop/s, 0.109 % of the list.',
    'rank-rmax': [
      'Where the system run by Meta ranks',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'The rank of the system run by Meta',
      'One tick for each system, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax of systems run by Meta',
        share: 'Share of the list’s Rmax from systems run by Meta',
        systems: 'Number of systems run by Meta',
        'best-rank': 'Best rank of systems run by Meta',
        efficiency: 'HPL efficiency of systems run by Meta',
        cores: 'Total cores of systems run by Meta',
        power: 'Total power of systems run by Meta',
      },
    },
    notes: [],
  },
  {
    name: 'a builder of none',
    lens: 'built-by',
    focus: 'google',
    beside: ['azure'],
    headline: 'Google built none of the 500 systems on the list of November 2021.',
    'rank-rmax': [
      'None of the 500 systems was built by Google',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by builder',
      'One tick for each system built by the organisations shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems built by each organisation, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by builder',
        share: 'Share of the list’s Rmax by builder',
        systems: 'Number of systems by builder',
        'best-rank': 'Best rank by builder',
        efficiency: 'HPL efficiency by builder',
        cores: 'Total cores by builder',
        power: 'Total power by builder',
      },
    },
    notes: [],
  },
  {
    name: 'one who runs none, alone',
    lens: 'run-by',
    focus: 'google',
    beside: [],
    headline: 'Google ran none of the 500 systems on the list of November 2021.',
    'rank-rmax': [
      'None of the 500 systems was run by Google',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': ['None of the 500 systems was run by Google', 'TOP500 list of November 2021'],
    totals: {
      subtitle: 'TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax of systems run by Google',
        share: 'Share of the list’s Rmax from systems run by Google',
        systems: 'Number of systems run by Google',
        'best-rank': 'Best rank of systems run by Google',
        efficiency: 'HPL efficiency of systems run by Google',
        cores: 'Total cores of systems run by Google',
        power: 'Total power of systems run by Google',
      },
    },
    notes: [],
  },
  {
    name: 'joint makers by their whole name',
    lens: 'built-by',
    focus: 'manufacturer:NVIDIA / Inspur',
    beside: ['manufacturer:Sugon'],
    headline:
      'NVIDIA / Inspur built 1 of the 500 systems: rank 40. That system reaches 12.81 Pflop/s, 0.422 % of the list.',
    'rank-rmax': [
      'Where the system built by NVIDIA / Inspur ranks',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by builder',
      'One tick for each system built by the organisations shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems built by each organisation, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by builder',
        share: 'Share of the list’s Rmax by builder',
        systems: 'Number of systems by builder',
        'best-rank': 'Best rank by builder',
        efficiency: 'HPL efficiency by builder',
        cores: 'Total cores by builder',
        power: 'Total power by builder',
      },
    },
    notes: [],
  },
  {
    name: 'joint makers by their whole name',
    lens: 'run-by',
    focus: 'manufacturer:NVIDIA / Inspur',
    beside: ['manufacturer:Sugon'],
    headline:
      'NVIDIA / Inspur built 1 of the 500 systems: rank 40. That system reaches 12.81 Pflop/s, 0.422 % of the list.',
    'rank-rmax': [
      'Where the system built by NVIDIA / Inspur ranks',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by builder',
      'One tick for each system built by the organisations shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems built by each organisation, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by builder',
        share: 'Share of the list’s Rmax by builder',
        systems: 'Number of systems by builder',
        'best-rank': 'Best rank by builder',
        efficiency: 'HPL efficiency by builder',
        cores: 'Total cores by builder',
        power: 'Total power by builder',
      },
    },
    notes: [],
  },
  {
    name: 'sites as printed',
    lens: 'built-by',
    focus: 'site:Lawrence Livermore National Laboratory',
    beside: ['site:NASA/Ames Research Center/NAS'],
    headline:
      'Lawrence Livermore National Laboratory ran 4 of the 500 systems: ranks 123 and 143 and two tied at 211. Together 12.2 Pflop/s, 0.402 % of the list.',
    'rank-rmax': [
      'Where the systems run by Lawrence Livermore National Laboratory rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by operator',
      'One tick for each system run by the organisations shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems run by each organisation, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by operator',
        share: 'Share of the list’s Rmax by operator',
        systems: 'Number of systems by operator',
        'best-rank': 'Best rank by operator',
        efficiency: 'HPL efficiency by operator',
        cores: 'Total cores by operator',
        power: 'Total power by operator',
      },
    },
    notes: [],
  },
  {
    name: 'sites as printed',
    lens: 'run-by',
    focus: 'site:Lawrence Livermore National Laboratory',
    beside: ['site:NASA/Ames Research Center/NAS'],
    headline:
      'Lawrence Livermore National Laboratory ran 4 of the 500 systems: ranks 123 and 143 and two tied at 211. Together 12.2 Pflop/s, 0.402 % of the list.',
    'rank-rmax': [
      'Where the systems run by Lawrence Livermore National Laboratory rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by operator',
      'One tick for each system run by the organisations shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems run by each organisation, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by operator',
        share: 'Share of the list’s Rmax by operator',
        systems: 'Number of systems by operator',
        'best-rank': 'Best rank by operator',
        efficiency: 'HPL efficiency by operator',
        cores: 'Total cores by operator',
        power: 'Total power by operator',
      },
    },
    notes: [],
  },
  {
    name: 'a site whose only system is in a tie, alone',
    lens: 'built-by',
    focus: 'site:Shanghai Supercomputer Center',
    beside: [],
    headline:
      'Shanghai Supercomputer Center ran 1 of the 500 systems: tied at rank 320. That system reaches 2.109 Pflop/s, 0.0694 % of the list.',
    'rank-rmax': [
      'Where the system run by Shanghai Supercomputer Center ranks',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'The rank of the system run by Shanghai Supercomputer Center',
      'One tick for each system, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax of systems run by Shanghai Supercomputer Center',
        share: 'Share of the list’s Rmax from systems run by Shanghai Supercomputer Center',
        systems: 'Number of systems run by Shanghai Supercomputer Center',
        'best-rank': 'Best rank of systems run by Shanghai Supercomputer Center',
        efficiency: 'HPL efficiency of systems run by Shanghai Supercomputer Center',
        cores: 'Total cores of systems run by Shanghai Supercomputer Center',
        power: 'Total power of systems run by Shanghai Supercomputer Center',
      },
    },
    notes: [],
  },
  {
    name: 'a site whose only system is in a tie, alone',
    lens: 'run-by',
    focus: 'site:Shanghai Supercomputer Center',
    beside: [],
    headline:
      'Shanghai Supercomputer Center ran 1 of the 500 systems: tied at rank 320. That system reaches 2.109 Pflop/s, 0.0694 % of the list.',
    'rank-rmax': [
      'Where the system run by Shanghai Supercomputer Center ranks',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'The rank of the system run by Shanghai Supercomputer Center',
      'One tick for each system, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax of systems run by Shanghai Supercomputer Center',
        share: 'Share of the list’s Rmax from systems run by Shanghai Supercomputer Center',
        systems: 'Number of systems run by Shanghai Supercomputer Center',
        'best-rank': 'Best rank of systems run by Shanghai Supercomputer Center',
        efficiency: 'HPL efficiency of systems run by Shanghai Supercomputer Center',
        cores: 'Total cores of systems run by Shanghai Supercomputer Center',
        power: 'Total power of systems run by Shanghai Supercomputer Center',
      },
    },
    notes: [],
  },
  {
    name: 'countries',
    lens: 'built-by',
    focus: 'country:China',
    beside: ['country:United States', 'country:Japan'],
    headline:
      'China had 173 of the 500 systems: between rank 4 and rank 446. Together 530 Pflop/s, 17.5 % of the list.',
    'rank-rmax': [
      'Where the systems in China rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by country',
      'One tick for each system in the countries shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems in each country, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by country',
        share: 'Share of the list’s Rmax by country',
        systems: 'Number of systems by country',
        'best-rank': 'Best rank by country',
        efficiency: 'HPL efficiency by country',
        cores: 'Total cores by country',
        power: 'Total power by country',
      },
    },
    notes: [],
  },
  {
    name: 'countries',
    lens: 'run-by',
    focus: 'country:China',
    beside: ['country:United States', 'country:Japan'],
    headline:
      'China had 173 of the 500 systems: between rank 4 and rank 446. Together 530 Pflop/s, 17.5 % of the list.',
    'rank-rmax': [
      'Where the systems in China rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by country',
      'One tick for each system in the countries shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems in each country, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by country',
        share: 'Share of the list’s Rmax by country',
        systems: 'Number of systems by country',
        'best-rank': 'Best rank by country',
        efficiency: 'HPL efficiency by country',
        cores: 'Total cores by country',
        power: 'Total power by country',
      },
    },
    notes: [],
  },
  {
    name: 'a country with an article, alone',
    lens: 'built-by',
    focus: 'country:United Kingdom',
    beside: [],
    headline:
      'The United Kingdom had 11 of the 500 systems: between rank 22 and rank 396. Together 54.9 Pflop/s, 1.81 % of the list.',
    'rank-rmax': [
      'Where the systems in the United Kingdom rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank of the systems in the United Kingdom',
      'One tick for each system, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax of systems in the United Kingdom',
        share: 'Share of the list’s Rmax from systems in the United Kingdom',
        systems: 'Number of systems in the United Kingdom',
        'best-rank': 'Best rank of systems in the United Kingdom',
        efficiency: 'HPL efficiency of systems in the United Kingdom',
        cores: 'Total cores of systems in the United Kingdom',
        power: 'Total power of systems in the United Kingdom',
      },
    },
    notes: [],
  },
  {
    name: 'a country with an article, alone',
    lens: 'run-by',
    focus: 'country:United Kingdom',
    beside: [],
    headline:
      'The United Kingdom had 11 of the 500 systems: between rank 22 and rank 396. Together 54.9 Pflop/s, 1.81 % of the list.',
    'rank-rmax': [
      'Where the systems in the United Kingdom rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank of the systems in the United Kingdom',
      'One tick for each system, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax of systems in the United Kingdom',
        share: 'Share of the list’s Rmax from systems in the United Kingdom',
        systems: 'Number of systems in the United Kingdom',
        'best-rank': 'Best rank of systems in the United Kingdom',
        efficiency: 'HPL efficiency of systems in the United Kingdom',
        cores: 'Total cores of systems in the United Kingdom',
        power: 'Total power of systems in the United Kingdom',
      },
    },
    notes: [],
  },
  {
    name: 'a country with one system',
    lens: 'built-by',
    focus: 'country:Morocco',
    beside: ['country:Chile'],
    headline:
      'Morocco had 1 of the 500 systems: rank 147. That system reaches 3.15811 Pflop/s, 0.104 % of the list.',
    'rank-rmax': [
      'Where the system in Morocco ranks',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by country',
      'One tick for each system in the countries shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems in each country, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by country',
        share: 'Share of the list’s Rmax by country',
        systems: 'Number of systems by country',
        'best-rank': 'Best rank by country',
        efficiency: 'HPL efficiency by country',
        cores: 'Total cores by country',
        power: 'Total power by country',
      },
    },
    notes: [],
  },
  {
    name: 'a country without systems',
    lens: 'run-by',
    focus: 'country:Greece',
    beside: ['country:Netherlands'],
    headline: 'Greece had none of the 500 systems on the list of November 2021.',
    'rank-rmax': [
      'None of the 500 systems was in Greece',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by country',
      'One tick for each system in the countries shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems in each country, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by country',
        share: 'Share of the list’s Rmax by country',
        systems: 'Number of systems by country',
        'best-rank': 'Best rank by country',
        efficiency: 'HPL efficiency by country',
        cores: 'Total cores by country',
        power: 'Total power by country',
      },
    },
    notes: [],
  },
  {
    name: 'a builder beside a country and a site',
    lens: 'built-by',
    focus: 'azure',
    beside: ['country:United Kingdom', 'site:Lawrence Livermore National Laboratory'],
    headline:
      'Microsoft Azure built 5 of the 500 systems: rank 10 and four tied at 32. Together 96.4 Pflop/s, 3.17 % of the list.',
    'rank-rmax': [
      'Where the systems built by Microsoft Azure rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by builder, country or operator',
      'One tick for each system of the builders, countries and operators shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems of each builder, country or operator, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by builder, country or operator',
        share: 'Share of the list’s Rmax by builder, country or operator',
        systems: 'Number of systems by builder, country or operator',
        'best-rank': 'Best rank by builder, country or operator',
        efficiency: 'HPL efficiency by builder, country or operator',
        cores: 'Total cores by builder, country or operator',
        power: 'Total power by builder, country or operator',
      },
    },
    notes: [
      'For Microsoft Azure, systems are counted by who built them; for the United Kingdom, by country; for Lawrence Livermore National Laboratory, by who runs them.',
    ],
  },
  {
    name: 'a country beside builders with partners',
    lens: 'built-by',
    focus: 'country:Germany',
    beside: ['ibm', 'nvidia'],
    headline:
      'Germany had 26 of the 500 systems: between rank 8 and rank 427. Together 181 Pflop/s, 5.97 % of the list.',
    'rank-rmax': [
      'Where the systems in Germany rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by country or builder',
      'One tick for each system of the countries and builders shown, joint systems included, TOP500 list of November 2021',
    ],
    totals: {
      subtitle:
        'Systems of each country or builder, joint systems included, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by country or builder',
        share: 'Share of the list’s Rmax by country or builder',
        systems: 'Number of systems by country or builder',
        'best-rank': 'Best rank by country or builder',
        efficiency: 'HPL efficiency by country or builder',
        cores: 'Total cores by country or builder',
        power: 'Total power by country or builder',
      },
    },
    notes: [
      'For Germany, systems are counted by country; for all others shown, by who built them.',
      '3 systems count for more than one of the organisations and countries shown (2 for IBM and NVIDIA; 1 for Germany and IBM), so their figures must not be added up. The list’s own total counts every system once.',
    ],
  },
  {
    name: 'a site beside those who run systems',
    lens: 'run-by',
    focus: 'site:Lawrence Livermore National Laboratory',
    beside: ['azure', 'country:United States'],
    headline:
      'Lawrence Livermore National Laboratory ran 4 of the 500 systems: ranks 123 and 143 and two tied at 211. Together 12.2 Pflop/s, 0.402 % of the list.',
    'rank-rmax': [
      'Where the systems run by Lawrence Livermore National Laboratory rank',
      'All 500 systems of the TOP500 list of November 2021 by rank and Rmax',
    ],
    'rank-strip': [
      'Every rank held, by operator or country',
      'One tick for each system of the operators and countries shown, TOP500 list of November 2021',
    ],
    totals: {
      subtitle: 'Systems of each operator or country, TOP500 list of November 2021',
      titles: {
        rmax: 'Total Rmax by operator or country',
        share: 'Share of the list’s Rmax by operator or country',
        systems: 'Number of systems by operator or country',
        'best-rank': 'Best rank by operator or country',
        efficiency: 'HPL efficiency by operator or country',
        cores: 'Total cores by operator or country',
        power: 'Total power by operator or country',
      },
    },
    notes: [
      'For the United States, systems are counted by country; for all others shown, by who runs them.',
      '8 systems count for more than one of the organisations and countries shown (4 for Microsoft Azure and the United States; 4 for Lawrence Livermore National Laboratory and the United States), so their figures must not be added up. The list’s own total counts every system once.',
    ],
  },
]
