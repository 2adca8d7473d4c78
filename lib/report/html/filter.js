// What the page does beyond showing: it filters. Without it everything is there, unfiltered.
document.documentElement.classList.add('js');

const form = /** @type {HTMLFormElement} */ (document.getElementById('filter'));
const found = /** @type {HTMLOutputElement} */ (document.getElementById('found'));
const search = /** @type {HTMLInputElement} */ (form.elements.namedItem('text'));
const toggle = /** @type {HTMLButtonElement} */ (document.getElementById('toggle'));

const files = [...document.querySelectorAll('section.file')].map((section) => ({
  section,
  path: section.dataset.file,
  items: [...section.querySelectorAll('.sites > li')].map((item) => ({
    item,
    rule: item.dataset.rule ?? '',
    outcome: item.dataset.outcome ?? '',
    // Read when somebody searches: of thousands of sites it is megabytes.
    text: undefined,
  })),
}));

const counted = (amount, noun) => `${amount} ${noun}${amount === 1 ? '' : 's'}`;

function apply() {
  const data = new FormData(form);
  const outcomes = new Set(data.getAll('outcome'));
  const all = form.querySelectorAll('[name=outcome]').length;
  const rule = data.get('rule');
  const file = data.get('file');
  const words = String(data.get('text')).toLowerCase().split(/\s+/).filter(Boolean);
  let sites = 0;
  let holders = 0;
  for (const { section, path, items } of files) {
    let shown = 0;
    let sitesHere = 0;
    for (const each of items) {
      let fits = file === '' || file === path;
      // A file that is new has no site: no rule, and every outcome.
      if (fits) fits = each.outcome === '' ? outcomes.size === all && rule === '' : outcomes.has(each.outcome);
      if (fits && rule !== '') fits = each.rule === rule;
      if (fits && words.length > 0) {
        each.text ??= `${path} ${each.rule} ${each.item.textContent}`.toLowerCase();
        fits = words.every((word) => each.text.includes(word));
      }
      each.item.hidden = !fits;
      if (fits) shown += 1;
      if (fits && each.outcome !== '') sitesHere += 1;
    }
    section.hidden = shown === 0;
    sites += sitesHere;
    if (sitesHere > 0) holders += 1;
  }
  found.value = sites === 0 ? 'No site fits.' : `${counted(sites, 'site')} in ${counted(holders, 'file')}`;
}

let waiting;
form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(apply, 80);
});
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => setTimeout(apply));

toggle.addEventListener('click', () => {
  const open = toggle.dataset.open !== 'yes';
  for (const { section, items } of files) {
    if (section.hidden) continue;
    for (const { item } of items) if (!item.hidden) item.firstElementChild.open = open;
  }
  toggle.dataset.open = open ? 'yes' : 'no';
  toggle.textContent = open ? 'Close all' : 'Open all';
});

document.getElementById('theme').addEventListener('change', ({ target }) => {
  document.documentElement.dataset.theme = target.value;
});

document.addEventListener('keydown', (event) => {
  const types = /^(?:INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? '');
  if (event.key === '/' && !types && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
  }
});

apply();
