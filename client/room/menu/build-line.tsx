import { Show } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import { type PageBuild, readPageBuild } from '../../browser/page-build.ts'

const t = roomToolsTexts.build

/** Characters of a commit that tell it from all others of a project, as people write it. */
const COMMIT_SHOWN = 7

/** Which build this page says it is of, and how to check that. It shows no mark of approval: a changed page would, too. */
export function BuildLine() {
  return (
    <p class="menu-words">
      <Show when={readPageBuild()} fallback={t.unknown}>
        {(build) => (
          <>
            {say(build())} <code>private-chat verify {location.origin}</code>
          </>
        )}
      </Show>
    </p>
  )
}

function say({ version, commit, isChanged }: PageBuild): string {
  return t.check(version, commit?.slice(0, COMMIT_SHOWN) ?? null, isChanged)
}
