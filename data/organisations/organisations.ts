import type { Alias, AliasField, Organisation } from '../../lib/model/organisation'

const alias = (
  field: AliasField,
  match: Alias['match'],
  name: string,
  rest?: Partial<Alias>,
): Alias => ({
  field,
  match,
  name,
  ...rest,
})
/** Builders under these names of the ledger (`data/names`), alone or as partners of a joint manufacturer. */
const built = (...names: string[]) => names.map((name) => alias('manufacturer', 'partner', name))
/** Sites of exactly these names. */
const runs = (...names: string[]) => names.map((name) => alias('site', 'exact', name))

/**
 * The organisations that the app knows, with every name that they have in the lists; `data/names` has the spellings.
 * Colour and shape belong to an organisation for good. To add one, add a row: `README.md` tells how.
 */
export const ORGANISATIONS: readonly Organisation[] = [
  {
    key: 'azure',
    label: 'Microsoft Azure',
    hue: 'blue',
    shape: 'circle',
    aliases: [
      alias('manufacturer', 'exact', 'Microsoft Azure'),
      ...runs('Microsoft Azure'),
      alias('site', 'prefix', 'Azure ', { because: 'Sites are named by region until 2023.' }),
    ],
    note: 'Microsoft Research’s system, built by NVIDIA, is not Azure’s and is not counted here.',
  },
  {
    key: 'meta',
    label: 'Meta',
    hue: 'purple',
    shape: 'diamond',
    aliases: [
      alias('manufacturer', 'exact', 'Self-made', {
        where: { field: 'site', name: 'Meta' },
        because: 'The lists print the builder of Meta’s system as Self-made.',
      }),
      ...runs('Meta', 'Meta AI'),
      ...built('Meta'),
    ],
    note: 'The lists print Meta under its old name, Facebook.',
  },
  {
    key: 'ibm',
    label: 'IBM',
    hue: 'sky',
    shape: 'square',
    aliases: [
      ...built('IBM'),
      alias('site', 'exact', 'IBM'),
      alias('site', 'prefix', 'IBM '),
      alias('site', 'prefix', 'IBM/'),
    ],
  },
  {
    key: 'nvidia',
    label: 'NVIDIA',
    hue: 'green',
    shape: 'triangle',
    aliases: [...built('NVIDIA'), ...runs('NVIDIA Corporation')],
  },
  {
    key: 'hpe',
    label: 'HPE',
    hue: 'orange',
    shape: 'square',
    aliases: [
      ...built('HPE'),
      alias('site', 'prefix', 'Hewlett-Packard'),
      alias('site', 'prefix', 'HPE'),
      alias('site', 'prefix', 'Hewlett Packard'),
    ],
    note: 'Hewlett-Packard until 2015. Systems printed as Cray or SGI alone are not counted here.',
  },
  {
    key: 'lenovo',
    label: 'Lenovo',
    hue: 'red',
    shape: 'circle',
    aliases: [...built('Lenovo'), alias('site', 'prefix', 'Lenovo')],
  },
  {
    key: 'fujitsu',
    label: 'Fujitsu',
    hue: 'brown',
    shape: 'triangle',
    aliases: [...built('Fujitsu', 'Fujitsu-Siemens'), alias('site', 'prefix', 'Fujitsu')],
  },
  {
    key: 'amazon',
    label: 'Amazon',
    hue: 'pink',
    shape: 'diamond',
    aliases: [
      ...built('Amazon Web Services'),
      alias('manufacturer', 'exact', 'Self-made', {
        where: { field: 'site', name: 'Amazon Web Services' },
        because: 'Amazon’s own early systems are printed as Self-made.',
      }),
      ...runs('Amazon Web Services', 'Amazon'),
    ],
  },
  {
    key: 'microsoft',
    label: 'Microsoft (Azure and Research)',
    hue: 'sky',
    shape: 'circle',
    aliases: [
      ...built('Microsoft Azure', 'Microsoft'),
      alias('site', 'prefix', 'Azure '),
      alias('site', 'prefix', 'Microsoft '),
    ],
    note: 'Holds all that Microsoft Azure holds, and the systems of Microsoft Research.',
  },
  { key: 'cray', label: 'Cray', hue: 'red', shape: 'square', aliases: built('Cray') },
  {
    key: 'dell',
    label: 'Dell',
    hue: 'green',
    shape: 'square',
    aliases: [...built('Dell'), alias('site', 'prefix', 'Dell ')],
  },
  {
    key: 'inspur',
    label: 'Inspur',
    hue: 'orange',
    shape: 'circle',
    aliases: built('Inspur'),
  },
  {
    key: 'sugon',
    label: 'Sugon',
    hue: 'pink',
    shape: 'square',
    aliases: built('Sugon'),
  },
  {
    key: 'atos',
    label: 'Atos, Bull and Eviden',
    hue: 'purple',
    shape: 'square',
    aliases: built('Atos, Bull and Eviden'),
  },
  {
    key: 'huawei',
    label: 'Huawei',
    hue: 'brown',
    shape: 'square',
    aliases: built('Huawei'),
  },
  { key: 'nec', label: 'NEC', hue: 'blue', shape: 'square', aliases: built('NEC') },
  {
    key: 'intel',
    label: 'Intel',
    hue: 'blue',
    shape: 'triangle',
    aliases: [...built('Intel'), alias('site', 'prefix', 'Intel')],
  },
  {
    key: 'penguin',
    label: 'Penguin Computing',
    hue: 'brown',
    shape: 'circle',
    aliases: built('Penguin Computing'),
  },
  {
    key: 'sgi',
    label: 'SGI',
    hue: 'purple',
    shape: 'triangle',
    aliases: built('SGI', 'SGI Japan'),
  },
  { key: 'hitachi', label: 'Hitachi', hue: 'pink', shape: 'triangle', aliases: built('Hitachi') },
  {
    key: 'sun',
    label: 'Sun and Oracle',
    hue: 'orange',
    shape: 'triangle',
    aliases: built('Sun and Oracle'),
  },
  { key: 'nudt', label: 'NUDT', hue: 'red', shape: 'diamond', aliases: built('NUDT') },
  {
    key: 'nrcpc',
    label: 'NRCPC',
    hue: 'red',
    shape: 'triangle',
    aliases: built('NRCPC'),
  },
  {
    key: 'thinking-machines',
    label: 'Thinking Machines',
    hue: 'green',
    shape: 'diamond',
    aliases: built('Thinking Machines Corporation'),
  },
  {
    key: 'google',
    label: 'Google',
    hue: 'green',
    shape: 'circle',
    aliases: [...built('Google'), alias('site', 'prefix', 'Google')],
  },
]
