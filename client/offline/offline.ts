/** The script of the offline page: the theme before the first paint, and a way back to what was asked for. */

import '../public/theme.js'

/** Milliseconds until the server is asked again whether it can be reached: at first and at most. The pause doubles each time. */
const AGAIN = { first: 1_000, longest: 30_000 }

let pause = AGAIN.first
let timer: ReturnType<typeof setTimeout>

// The address is still that of what was asked for, with the key of an invite link where it has one.
const openAgain = () => location.reload()

/** Opens what was asked for once the server answers: that a device is online doesn't say yet that it does. */
async function tryAgain() {
  clearTimeout(timer)
  const answer = await fetch('/api/health').catch(() => null)
  if (answer?.ok) return openAgain()
  timer = setTimeout(tryAgain, pause / 2 + (Math.random() * pause) / 2)
  pause = Math.min(pause * 2, AGAIN.longest)
}

addEventListener('online', tryAgain)
addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('button')) openAgain()
})
timer = setTimeout(tryAgain, pause)
