// Nothing that the one chart does not need, and nothing from another host.
export default {
  root: 'src',
  title: 'Rival',
  globalStylesheets: [],
  theme: 'light',
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  header: '',
  footer: '',
}
