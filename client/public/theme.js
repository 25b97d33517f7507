// Before the first paint: a remembered theme never flashes the other one first.
;(() => {
  let choice = null
  try {
    choice = localStorage.getItem('private-chat.theme')
  } catch {}
  if (choice !== 'light' && choice !== 'dark') return
  document.documentElement.dataset.theme = choice
  for (const meta of document.querySelectorAll('meta[name=theme-color]')) {
    meta.media = meta.dataset.scheme === choice ? 'all' : 'not all'
  }
})()
// Says so where the page’s script doesn’t come, or is another than was built.
addEventListener(
  'error',
  ({ target }) => {
    if (target.localName === 'script') document.getElementById('unloaded').hidden = false
  },
  true,
)
// A button that is pressed before the page’s script is here is pressed again by it (client/app/take-over.ts).
addEventListener('click', ({ target }) => {
  const button = target.closest('.early button')
  if (button) button.dataset.pressed = ''
})
