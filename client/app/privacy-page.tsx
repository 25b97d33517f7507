import { For } from 'solid-js'
import { privacyTexts } from '#i18n/privacy.ts'
import { Brand } from '../ui/brand.tsx'
import { PageChoices } from './page-choices.tsx'

/** What the product promises and what it can't, to be read in a minute. The long form is docs/threat-model.md. */
export function PrivacyPage() {
  document.title = privacyTexts.page
  return (
    <div class="privacy">
      <header class="privacy-top">
        <Brand />
        <div class="bar-end">
          <PageChoices />
        </div>
      </header>
      <main class="privacy-main">
        <h1 class="privacy-title">{privacyTexts.title}</h1>
        <p class="privacy-lead">{privacyTexts.lead}</p>
        <For each={privacyTexts.parts}>
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
          {privacyTexts.way}
        </a>
      </main>
    </div>
  )
}
