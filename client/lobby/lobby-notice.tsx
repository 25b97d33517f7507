import { createSignal, Show } from 'solid-js'
import { lobbyTexts } from '#i18n/lobby.ts'
import { lobbyNoticeTexts } from '#i18n/lobby-notice.ts'
import { CENTURY_END } from '../../protocol/limits.ts'
import { takeReceipt } from '../room/receipt/pass-receipt.ts'
import { Icon } from '../ui/icon.tsx'
import { Lazy } from '../ui/lazy.tsx'

const INFO = 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.5v.5'

const cleanAddress = () => history.replaceState(null, '', location.pathname)

// The query is read once and then removed: reloading or sharing the lobby must not show the notice again.
function noticed() {
  const query = new URLSearchParams(location.search)
  const error = query.get('error')
  const reason = (['destroyed', 'ended', 'left', 'erased'] as const).find(
    (what) => query.get(what) === 'true',
  )
  if (!reason && error === null) return null
  if (reason) {
    cleanAddress()
    return { role: 'status', full: undefined, kept: readKept(query), ...lobbyNoticeTexts[reason] } as const
  }
  // A person who waits for a seat goes on waiting after a reload: the address has the room's id, and the key after its #.
  const [full] = (error === 'room-full' && /^[\w-]{21}$/.exec(query.get('room') ?? '')) || []
  if (!full) cleanAddress()
  const notice = Object.hasOwn(lobbyNoticeTexts.errors, error ?? '') && lobbyNoticeTexts.errors[error ?? '']
  return notice ? ({ role: 'alert', full, kept: null, ...notice } as const) : null
}

/** Reads until when what was said is kept, Unix milliseconds, and whether the server can read it; null where nothing is. */
function readKept(query: URLSearchParams): { until: number; isReadable: boolean } | null {
  const until = Number(query.get('until') ?? Number.NaN)
  return until > 0 && until < CENTURY_END ? { until, isReadable: query.get('readable') === 'true' } : null
}

/** Says why a person was sent to the lobby, where they were, or what they shared to it. */
export function LobbyNotice() {
  if (new URLSearchParams(location.search).has('shared')) {
    // The address stays until it is taken: the service worker has it for a reload.
    return (
      <Lazy
        load={() => import('./shared-message.tsx')}
        failed={<p class="field-error">{lobbyTexts.unreachable}</p>}
      >
        {({ SharedMessage }) => {
          cleanAddress()
          return <SharedMessage />
        }}
      </Lazy>
    )
  }
  const [notice, setNotice] = createSignal(noticed())
  const receipt = takeReceipt()
  return (
    <Show when={notice()}>
      {(notice) => (
        <div class="notice" role={notice().role}>
          <Icon name={notice().role === 'status' ? 'flame' : undefined} path={INFO} />
          <div>
            <p class="notice-title">{notice().title}</p>
            <p class="notice-text">
              <Show when={notice().kept} fallback={notice().text}>
                {(kept) => (
                  <Lazy load={() => import('#i18n/retention.ts')} failed={notice().text}>
                    {({ retentionTexts }) => retentionTexts.afterClosing(kept())}
                  </Lazy>
                )}
              </Show>
            </p>
            <Show when={receipt}>
              {(receipt) => (
                <Lazy load={() => import('../room/receipt/receipt-lines.tsx')} failed={null}>
                  {({ ReceiptLines }) => <ReceiptLines receipt={receipt()} />}
                </Lazy>
              )}
            </Show>
            <Show when={notice().full}>
              {(roomId) => (
                <Lazy load={() => import('../room/pre-join/seat-wait-line.tsx')} failed={null}>
                  {({ SeatWaitLine }) => (
                    <SeatWaitLine
                      roomId={roomId()}
                      onEnter={() => location.replace(`/room/${roomId()}${location.hash}`)}
                      onOver={cleanAddress}
                    />
                  )}
                </Lazy>
              )}
            </Show>
          </div>
          <button
            type="button"
            class="button button-quiet button-icon"
            aria-label={lobbyNoticeTexts.dismiss}
            onClick={() => {
              setNotice(null)
              cleanAddress()
              document.querySelector<HTMLElement>('.create-button')?.focus()
            }}
          >
            <Icon path="M6 6l12 12M18 6L6 18" />
          </button>
        </div>
      )}
    </Show>
  )
}
