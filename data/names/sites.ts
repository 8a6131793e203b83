import type { Correction, NameRow } from '../../lib/model/name'
import { as, row } from './row'

const GARBLED = { garbled: true } as const

/**
 * Sites that the lists print under more than one spelling. A site that is not here is called as it is printed.
 * The name is the newest spelling, or the right one where the newest has a slip.
 */
export const SITES: readonly NameRow[] = [
  row(
    'Air Force Research Laboratory',
    as(
      'Wright-Patterson Air Force Base/DoD ASC',
      '1994-06',
      '2010-11',
      'The base’s computers stand at the laboratory from June 2011.',
    ),
    as(
      'Air Force Research Laboratory - ARFL DSRC',
      '2011-06',
      '2012-11',
      'The same computers lose the addition in June 2013.',
    ),
  ),
  row(
    'Automotive Company',
    as('Automotive Company ()', '2008-11', '2015-11', 'The brackets hold no letter.'),
  ),
  row(
    'AWE',
    as(
      'Atomic Weapons Establishment',
      '1993-06',
      '2013-11',
      'The same computers stand at AWE from June 2014.',
    ),
  ),
  row('Bank (Z)', as('Bank Z', '2018-11', '2018-11')),
  row('Bank I', as('Bank (I)', '1999-11', '2007-11')),
  row(
    'Barcelona Supercomputing Center',
    as(
      'Barcelona Supercomputer Center',
      '2006-06',
      '2006-06',
      'MareNostrum’s site on June 2006 only.',
    ),
  ),
  row(
    'CEA/TGCC-GENCI',
    as(
      'Tres Grand Centre de calcul du CEA',
      '2011-11',
      '2011-11',
      'Curie stands at CEA/TGCC-GENCI from June 2012.',
    ),
  ),
  row(
    'Center for Computational Sciences, University of Tsukuba',
    as(
      'Center for Computational Science, University of Tsukuba',
      '1996-11',
      '2007-11',
      'The centre became that of computational sciences; PACS-CS changes in June 2008.',
    ),
  ),
  row(
    'Center for Development of Advanced Computing (C-DAC)',
    as(
      'Centre for Development of Advanced Computing (C-DAC)',
      '2026-06',
      '2026-06',
      'The institute’s own spelling, under a Site ID of its own.',
    ),
  ),
  row(
    'Centro Euro-Mediterraneo per i Cambiamenti Climatici',
    as(
      'Centro Euro-Mediterraneo sui Cambiamenti Climatici',
      '2012-11',
      '2012-11',
      'The same computer is printed with the other preposition in November 2012 only.',
    ),
  ),
  row(
    'CeSViMa - Centro de Supercomputación y Visualización de Madrid',
    as(
      'CeSViMa - Centro de Supercomputacin y Visualizacin de Madrid',
      '2011-11',
      '2012-06',
      'The letters with accents were lost.',
      GARBLED,
    ),
  ),
  row('Chengdu SC Center', as('Chendu SC Center', '2018-11', '2020-06', 'A slip of the pen.')),
  row(
    'CII, Institute of Science Tokyo',
    as(
      'GSIC Center, Tokyo Institute of Technology',
      '1995-11',
      '2024-06',
      'Site ID 47912; the institute became a part of the Institute of Science Tokyo in October 2024.',
    ),
  ),
  row(
    'CLUMEQ - Université Laval',
    as(
      'CLUMEQ - Universit Laval',
      '2011-11',
      '2012-11',
      'The letter with an accent was lost.',
      GARBLED,
    ),
  ),
  row(
    'CNRS/IDRIS-GENCI',
    as('CNRS/IDRIS', '1994-06', '2005-06', 'IDRIS is the computing centre of CNRS.'),
    as('IDRIS', '2008-06', '2013-11', 'IDRIS is the computing centre of CNRS.'),
    as(
      'IDRIS/GENCI',
      '2012-06',
      '2012-06',
      'The same computer stands at CNRS/IDRIS-GENCI from November 2012.',
    ),
  ),
  row(
    'Computacenter (UK) LTD',
    as(
      'Computacenter',
      '2007-06',
      '2008-11',
      'The same computers have the full name from June 2009.',
    ),
  ),
  row(
    'Dell Technologies HPC & AI Innovation Lab',
    as(
      'Dell HPC Innovation lab',
      '2016-11',
      '2017-06',
      'The laboratory was renamed with the company.',
    ),
    as(
      'Dell EMC HPC Innovation lab',
      '2017-11',
      '2019-11',
      'The laboratory was renamed with the company.',
    ),
  ),
  row('DoD', as('DOD', '1993-06', '1993-06')),
  row(
    'DOE/Knolls Atomic Power Laboratory',
    as(
      'Knolls Atomic Power Laboratory',
      '2009-06',
      '2015-06',
      'The laboratory belongs to the Department of Energy.',
    ),
  ),
  row(
    'DOE/SC/Argonne National Laboratory',
    as(
      'Argonne National Laboratory',
      '1993-11',
      '2010-06',
      'The same computers have the department in front from November 2010.',
    ),
  ),
  row(
    'DOE/SC/LBNL/NERSC',
    as(
      'NERSC/LBNL',
      '1996-06',
      '2010-06',
      'The same computers have the department in front from November 2010.',
    ),
  ),
  row(
    'DOE/SC/Oak Ridge National Laboratory',
    as(
      'Oak Ridge National Laboratory',
      '1993-06',
      '2010-06',
      'The same computers have the department in front from November 2010.',
    ),
    as(
      'DOE/Oak Ridge National Laboratory',
      '2008-06',
      '2008-06',
      'The department stands in front on June 2008 only.',
    ),
  ),
  row(
    'DOE/SC/Pacific Northwest National Laboratory',
    as(
      'Pacific Northwest National Laboratory',
      '1994-06',
      '2010-06',
      'The same computer has the department in front from November 2010.',
    ),
  ),
  row('E-Commerce', as('E-commerce', '2000-06', '2002-06')),
  row(
    'Electronic Industry',
    as('Electrionic Industry', '2012-11', '2015-11', 'A slip of the pen.'),
  ),
  row('Energy Company (A)', as('Energy company (A)', '2016-11', '2016-11')),
  row('Energy Company B', as('Energy Company (B)', '2001-11', '2003-11')),
  row(
    'Eni S.p.A.',
    as('eni', '2011-06', '2011-11', 'The company’s name as it writes it.'),
    as(
      'Exploration & Production - Eni S.p.A.',
      '2013-11',
      '2017-11',
      'Site ID 50489; the division left the name in June 2018.',
    ),
  ),
  row(
    'EPSRC/University of Edinburgh',
    as(
      'EPSRC',
      '2013-11',
      '2013-11',
      'ARCHER stands at EPSRC/University of Edinburgh from June 2014.',
    ),
  ),
  row(
    'ERDC DSRC',
    as(
      'ERDC MSRC',
      '1993-06',
      '2010-11',
      'The major shared resource centers became DoD supercomputing resource centers; the same computers change in June 2011.',
    ),
  ),
  row(
    'Financial Institution',
    as('Financial Institution ()', '2008-06', '2012-06', 'The brackets hold no letter.'),
  ),
  row('Financial Services P', as('Financial Services (P)', '2009-11', '2011-06')),
  row(
    'Flemish Supercomputer Center',
    as(
      'VSC / Flemish Supercomputer Center',
      '2012-06',
      '2014-06',
      'VSC is its abbreviation in Dutch.',
    ),
  ),
  row('Geoscience (H)', as('Geoscience H', '2006-06', '2006-06')),
  row('Geoscience (P)', as('Geoscience P', '2006-06', '2006-06')),
  row(
    "Grand Equipement National de Calcul Intensif - Centre Informatique National de l'Enseignement Supérieur (GENCI-CINES)",
    as(
      "Grand Equipement National de Calcul Intensif - Centre Informatique National de l'Enseignement Suprieur (GENCI-CINES)",
      '2011-11',
      '2026-06',
      'The letter with an accent was lost.',
      GARBLED,
    ),
  ),
  row('Hewlett-Packard', as('Hewlett Packard', '1993-06', '2008-11')),
  row(
    'HLRN at ZIB/Konrad Zuse-Zentrum Berlin',
    as(
      'HLRN at ZIB/Konrad Zuse-Zentrum fuer Informationstechnik',
      '2002-06',
      '2014-06',
      'The centre’s full name is Konrad-Zuse-Zentrum für Informationstechnik Berlin.',
    ),
  ),
  row('HPC2N - Umea University', as('Umea University / HPC2N', '1997-06', '2005-06')),
  row('IBM Rochester', as('IBM - Rochester', '2003-11', '2013-06')),
  row(
    'IFP (Institute Francais du Petrole)',
    as('Institute Francais du Petrole', '2008-11', '2008-11', 'IFP is its abbreviation.'),
  ),
  row(
    'INPE (National Institute for Space Research)',
    as('National Institute for Space Research (INPE)', '1993-06', '2010-11'),
  ),
  row('Internet Service P', as('Internet Service (P)', '2016-06', '2016-06')),
  row('Internet Service U', as('Internet Service (U)', '2016-06', '2016-06')),
  row(
    'IT Service Provider',
    as('IT Service Provider ()', '2008-06', '2008-11', 'The brackets hold no letter.'),
  ),
  row(
    'Japan Agency for Marine-Earth Science and Technology',
    as('Japan Agency for Marine -Earth Science and Technology', '2009-11', '2017-06'),
  ),
  row(
    'Japan Atomic Energy Agency(JAEA)/ National Institutes for Quantum and Radiological Science and Technology(QST)',
    as(
      'Japan Atomic Energy Agency(JAEA) / Quantum and Radiological Science and Technology(QST)',
      '2020-11',
      '2020-11',
      'Site ID 50860.',
    ),
  ),
  row(
    'Korea Institute of Science and Technology Information',
    as('KISTI Supercomputing Center', '1993-06', '2015-11', 'KISTI is its abbreviation.'),
  ),
  row(
    'Korea Meteorological Administration',
    as('Korean Meteorological Administration', '2021-06', '2021-06', 'Site ID 50890.'),
  ),
  row('Leibniz Rechenzentrum', as('Leibniz-Rechenzentrum', '2016-11', '2016-11')),
  row(
    'Main Computing Center of Roshydromet',
    as('Main Computer Center of Roshydromet', '2018-06', '2018-06', 'Site ID 50769.'),
  ),
  row('Manufacturing Company (A)', as('Manufacturing Company A', '2016-11', '2018-06')),
  row(
    'Max-Planck-Gesellschaft MPI/IPP',
    as(
      'RZG/Max-Planck-Gesellschaft MPI/IPP',
      '2008-06',
      '2008-11',
      'RZG, the computing centre at the institute, loses its own name in June 2009.',
    ),
    as(
      'Max Planck Computing and Data Facility (MPCDF)',
      '2025-11',
      '2025-11',
      'RZG’s later name; its system DAIS (System ID 180442) stands at MPI/IPP from June 2026.',
    ),
  ),
  row(
    'Meta',
    as(
      'Facebook',
      '2017-06',
      '2026-06',
      'The company’s name until October 2021; no list prints the new one so far.',
    ),
  ),
  row(
    'Meteo France',
    as('Meteo-France', '1993-06', '2007-06'),
    as('Météo France', '2013-06', '2013-11'),
  ),
  row(
    'Microsoft Azure',
    as('Microsoft Windows Azure', '2012-11', '2014-06', 'The product’s name until March 2014.'),
    as(
      'Azure East US',
      '2021-06',
      '2023-06',
      'Site ID 50871; sites are named by region until June 2023.',
    ),
    as(
      'Azure South Central US',
      '2021-06',
      '2023-06',
      'Site ID 50870; sites are named by region until June 2023.',
    ),
    as(
      'Azure West Europe',
      '2021-06',
      '2023-11',
      'Site ID 50868; this region keeps its name until November 2023.',
    ),
    as(
      'Azure West US 2',
      '2021-06',
      '2023-06',
      'Site ID 50889; sites are named by region until June 2023.',
    ),
    as(
      'Azure East US 2',
      '2021-11',
      '2023-06',
      'Site ID 50897; sites are named by region until June 2023.',
    ),
    as(
      'West US3',
      '2023-06',
      '2023-11',
      'Explorer-WUS3 (System ID 180171) stands in Azure’s region West US 3, at Microsoft Azure from June 2024.',
    ),
  ),
  row(
    'MIT Lincoln Laboratory Supercomputing Center',
    as('MIT/Lincoln Laboratory', '1997-06', '2018-11', 'Site ID 48296.'),
  ),
  row(
    'National Astronomical Observatory of Japan',
    as(
      'National Astronomical Observatory of Japan (NAOJ)',
      '1999-06',
      '2013-06',
      'NAOJ is its abbreviation.',
    ),
  ),
  row(
    'National Center for Atmospheric Research (NCAR)',
    as('NCAR (National Center for Atmospheric Research)', '1993-06', '2016-06'),
  ),
  row(
    'National Centers for Environmental Prediction',
    as('National Centers for Environment Prediction', '2009-06', '2017-11', 'A slip of the pen.'),
  ),
  row(
    'National Centre for Medium Range Weather Forecasting',
    as(
      'National Center for Medium Range Weather Forecast',
      '2009-06',
      '2016-06',
      'The institute’s own spelling from June 2018.',
    ),
  ),
  row(
    'National Computational Infrastructure (NCI Australia)',
    as(
      'National Computational Infrastructure National Facility (NCI-NF)',
      '2010-11',
      '2019-06',
      'Site ID 47369.',
    ),
  ),
  row(
    'National Institute for Fusion Science (NIFS)',
    as('National Institute for Fusion Science', '1993-06', '2005-06', 'NIFS is its abbreviation.'),
  ),
  row(
    'National Institute of Advanced Industrial Science and Technology (AIST)',
    as(
      'National Institute of Advanced Industrial Science and Technology',
      '2017-06',
      '2018-11',
      'AIST is its abbreviation.',
    ),
  ),
  row(
    'National Institute of Water and Atmospheric Research',
    as(
      'National Institute for Water and Atmospheric Resea',
      '1999-06',
      '2001-11',
      'Cut off after fifty letters.',
    ),
    as(
      'National Institute for Water and Atmospheric Research',
      '2009-11',
      '2010-06',
      'Its own spelling has “of”.',
    ),
  ),
  row(
    'National Super Computer Center in Guangzhou',
    as(
      'Super Computer Center in Guangzhou',
      '2012-06',
      '2013-06',
      'The same computer stands at the national center from November 2013.',
    ),
  ),
  row(
    'Navy DSRC',
    as(
      'Naval Oceanographic Office (NAVOCEANO)',
      '1993-06',
      '2008-06',
      'The same computers change their site’s name in 2008, 2011 and 2012.',
    ),
    as(
      'IBM/Naval Oceanographic Office (NAVOCEANO)',
      '2000-06',
      '2000-06',
      'The same computer loses IBM’s name in November 2000.',
    ),
    as(
      'Naval Oceanographic Office - NAVO MSRC',
      '2008-11',
      '2010-11',
      'The same computers change their site’s name in 2008, 2011 and 2012.',
    ),
    as(
      'Naval Oceanographic Office - NAVO DSRC',
      '2011-06',
      '2012-06',
      'The same computers change their site’s name in 2008, 2011 and 2012.',
    ),
  ),
  row(
    'Network Equipment Provider',
    as('Netwok Equipment Provider', '2009-11', '2012-11', 'A slip of the pen.'),
  ),
  row('Nippon Denso', as('Nipondenso', '1995-11', '1995-11', 'A slip of the pen.')),
  row(
    'NOAA/Earth Science Research Laboratory/GSD',
    as('NOAA/ESRL/GSD', '2008-11', '2012-06', 'ESRL is its abbreviation.'),
  ),
  row(
    'Pawsey Supercomputing Centre, Kensington, Western Australia',
    as(
      'PAWSEY CSIRO/iVEC',
      '2013-11',
      '2014-06',
      'The same computer stands at the Pawsey Supercomputing Centre from November 2014.',
    ),
  ),
  row(
    'Petróleo Brasileiro S.A',
    as('PETROBRAS', '2003-11', '2012-11', 'The company’s full name from June 2013.'),
  ),
  row(
    'Potsdam Institute for Climate Impact Research',
    as(
      'Postsdam Institute for Climate Impact Research',
      '2009-06',
      '2009-11',
      'A slip of the pen.',
    ),
  ),
  row(
    'Rensselaer Polytechnic Institute, Computational Center for Nanotechnology Innovations',
    as(
      'Rensselaer Polytechnic Institute, Computional Center for Nanotechnology Innovations',
      '2007-06',
      '2007-06',
      'A slip of the pen.',
    ),
  ),
  row(
    'RIKEN Advanced Institute for Computational Science (AICS)',
    as(
      'RIKEN Advanced Institute for Computational Science',
      '2010-11',
      '2010-11',
      'AICS is its abbreviation.',
    ),
  ),
  row(
    'Rokkasho Institute for Fusion Energy, National Institutes for Quantum Science and Technology',
    as(
      'Rokkasho Fusion Institute, National Institutes for Quantum and Radiological Science and Technology',
      '2018-06',
      '2025-06',
      'Site ID 50767.',
    ),
  ),
  row(
    'RQCHP/Calcul Quebec/Compute Canada Université de Montréal',
    as(
      'RQCHP/Calcul Quebec/Compute Canada Universit de Montral',
      '2011-11',
      '2012-06',
      'The letters with accents were lost.',
      GARBLED,
    ),
  ),
  row(
    'Saudi Aramco',
    as(
      'Saudi Aramco EXPEC',
      '2014-06',
      '2014-06',
      'EXPEC is the company’s exploration and petroleum engineering center; the same computer stands at Saudi Aramco from November 2014.',
    ),
  ),
  row('SENAI CIMATEC', as('SENAI/CIMATEC', '2014-06', '2014-11')),
  row(
    'Shanghai Jiao Tong University',
    as('Shanghai Jiaotong University', '2013-06', '2015-06'),
    as('STJU', '2021-11', '2021-11', 'Site ID 50907; the letters of SJTU were swapped.'),
  ),
  row(
    'SharcNet',
    as(
      'SHARCNET - University of Waterloo',
      '2017-06',
      '2017-11',
      'Graham (System ID 179047) stands at SharcNet from June 2018.',
    ),
  ),
  row('SK Telecom', as('SKT', '2022-06', '2022-11', 'Site ID 50920.')),
  row('Software Company MSW', as('Software Company (M) SW', '2019-06', '2019-06')),
  row(
    'Stony Brook/BNL, New York Center for Computational Sciences',
    as(
      'Stony Brook/BNL, New York Center for Computional Sciences',
      '2007-06',
      '2007-06',
      'A slip of the pen.',
    ),
  ),
  row(
    'Swiss National Supercomputing Centre (CSCS)',
    as(
      'Swiss Scientific Computing Center (CSCS)',
      '1993-06',
      '2013-06',
      'The same computers have the centre’s later name from November 2013.',
    ),
  ),
  row(
    'Telecom Operator (C)',
    as(
      'CMCC',
      '2018-11',
      '2019-11',
      'Site ID 50783; China Mobile’s abbreviation, until the lists left the name out.',
    ),
  ),
  row('Texaco', as('TEXACO', '1993-06', '1993-11')),
  row(
    'The Institute of Statistical Mathematics',
    as('Institute of Statistical Mathematics', '1995-11', '2004-11'),
  ),
  row('The University of Melbourne', as('University of Melbourne', '1993-06', '2003-06')),
  row(
    'Total Exploration Production',
    as('Total Exporation Production', '2003-11', '2004-11', 'A slip of the pen.'),
  ),
  row(
    'TU Dortmund',
    as(
      'Universitaet Dortmund',
      '1997-11',
      '2009-06',
      'The same computer stands at TU Dortmund from November 2009.',
    ),
  ),
  row('Universitaet Erlangen', as('Universität Erlangen', '2006-11', '2007-06')),
  row(
    'Universitaet Paderborn - PC2',
    as(
      'Universitaet Paderborn – PC2',
      '2022-06',
      '2022-06',
      'Noctua 2 (System ID 180071) is printed with a dash on its first list.',
    ),
  ),
  row('University of Bonn', as('University Bonn', '2005-06', '2005-06')),
  row(
    'University of Cincinnati',
    as('University of Cincinnatti', '1995-11', '1996-06', 'A slip of the pen.'),
  ),
  row(
    'University of Tokyo/Human Genome Center, Institute of Medical Science',
    as(
      'University of Tokyo/Human Genome Center, IMS',
      '1998-06',
      '2013-06',
      'IMS is the Institute of Medical Science.',
    ),
    as(
      'University of Tokyo/Human Genome Centre, Institute of Medical Science',
      '2015-06',
      '2015-06',
    ),
  ),
  row('University of Zuerich', as('University of Zurich', '1995-06', '1995-11')),
  row('Unocal', as('UNOCAL', '1993-06', '1993-11')),
  row('Westdeutsche Landesbank', as('West Deutsche Landesbank', '1998-11', '1998-11')),
]

/** Site IDs and System IDs that change their site's name, although the names are not one. */
export const SITE_CORRECTIONS: readonly Correction[] = [
  {
    by: 'siteId',
    id: '50507',
    field: 'site',
    names: ['Automative Company', 'Manufacturing Company'],
    because:
      'Both say what a company does, not which one it is: other companies stand under each of them.',
  },
]
