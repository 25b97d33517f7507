import '../styles/privacy.css'
import { For } from 'solid-js'
import { privacyWords } from '../i18n/en/privacy.ts'
import { Brand } from '../ui/brand.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

/** What is promised and what can't be, in a minute. The long form is docs/threat-model.md. */
export function PrivacyPage() {
  document.title = privacyWords.page
  return (
    <div class="privacy">
      <header class="privacy-top">
        <Brand />
        <div class="bar-end">
          <ThemeSwitch />
        </div>
      </header>
      <main class="privacy-main">
        <h1 class="privacy-title">{privacyWords.title}</h1>
        <p class="privacy-lead">{privacyWords.lead}</p>
        <For each={privacyWords.parts}>
          {(part) => (
            <section>
              <h2 class="privacy-part">{part.title}</h2>
              <ul class="privacy-points">
                <For each={part.points}>{(point) => <li>{point}</li>}</For>
              </ul>
            </section>
          )}
        </For>
        <a class="button button-main" href="/">
          {privacyWords.way}
        </a>
      </main>
    </div>
  )
}
