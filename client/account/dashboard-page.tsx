import { createSignal, For, Show } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { makeAccountApi } from '../net/account-api.ts'
import { AccountLayout } from './account-layout.tsx'
import { createDashboard } from './create-dashboard.ts'
import { createNewRoomForm } from './create-new-room-form.ts'
import { NewRoomForm } from './new-room-form.tsx'
import { RoomActionDialog } from './room-action-dialog.tsx'
import { type RoomAction, RoomCard } from './room-card.tsx'
import { repeatNextWeek } from './room-form.ts'

const t = accountRoomsTexts
const GROUPS = ['open', 'scheduled', 'closed'] as const

/** A facilitator's rooms, and the form for the next one. */
export function DashboardPage() {
  document.title = t.page
  const api = makeAccountApi()
  const dashboard = createDashboard(api)
  const [form, changeForm] = createNewRoomForm(dashboard)
  const [action, setAction] = createSignal<{
    action: Exclude<RoomAction, 'again'>
    room: AccountRoom
  } | null>(null)
  let heading!: HTMLHeadingElement

  function showForm() {
    const element = document.getElementById('plan')
    element?.querySelector('input')?.focus()
    element?.scrollIntoView({ block: 'nearest' })
  }
  function startAction(action: RoomAction, room: AccountRoom) {
    if (action !== 'again') return setAction({ action, room })
    changeForm(repeatNextWeek(room, dashboard.now()))
    showForm()
  }

  return (
    <AccountLayout api={api} here="/rooms">
      <main class="rooms">
        <div class="rooms-list">
          <div>
            <div class="rooms-head">
              <h1 ref={heading} class="account-title" tabindex="-1">
                {t.title}
              </h1>
              <button type="button" class="button button-line rooms-jump" onClick={showForm}>
                {t.toForm}
              </button>
            </div>
            <div role="status">
              <Show when={dashboard.state() === 'loading'}>
                <p class="rooms-hint">{t.loading}</p>
              </Show>
              <Show when={dashboard.state() === 'failed' || dashboard.state() === 'stale'}>
                <div class="account-note">
                  <p>{dashboard.state() === 'stale' ? t.stale : dashboard.failure()}</p>
                  <button type="button" class="button button-line" onClick={() => dashboard.fetchRooms()}>
                    {t.again}
                  </button>
                </div>
              </Show>
              <Show when={dashboard.unstoredKeyTitle()}>
                {(title) => <p class="account-note">{t.unkept(title())}</p>}
              </Show>
              <Show when={dashboard.state() === 'logged-out'}>
                <div class="account-note">
                  <p>{t.loggedOut}</p>
                  <a class="button button-line" href="/login?to=/rooms">
                    {t.logIn}
                  </a>
                </div>
              </Show>
            </div>
          </div>
          <Show when={dashboard.isEmpty()}>
            <div class="rooms-empty">
              <h2>{t.emptyTitle}</h2>
              <p>{t.emptyText}</p>
            </div>
          </Show>
          <For each={GROUPS}>
            {(group) => (
              <Show when={dashboard.roomIds[group]().length > 0}>
                <section class="rooms-group" aria-labelledby={`group-${group}`}>
                  <h2 id={`group-${group}`} class="rooms-label">
                    {t.groups[group]}
                  </h2>
                  <For each={dashboard.roomIds[group]()}>
                    {(id) => (
                      <Show when={dashboard.findRoom(id)}>
                        {(room) => (
                          <RoomCard
                            dashboard={dashboard}
                            room={room()}
                            onAction={(action) => startAction(action, room())}
                          />
                        )}
                      </Show>
                    )}
                  </For>
                </section>
              </Show>
            )}
          </For>
        </div>
        <NewRoomForm dashboard={dashboard} form={[form, changeForm]} />
      </main>
      <Show when={action()} keyed>
        {(action) => (
          <RoomActionDialog
            dashboard={dashboard}
            action={action.action}
            room={action.room}
            onClose={() => setAction(null)}
            onMoved={() => heading.focus()}
          />
        )}
      </Show>
    </AccountLayout>
  )
}
