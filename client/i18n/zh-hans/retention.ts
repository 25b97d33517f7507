import type { Retention } from '../../room/retention.ts'
import type { retentionTexts as English } from '../en/retention.ts'
import { formatDuration } from '../index.ts'
import { formatKeptUntil } from '../kept-until.ts'

/** Says who can read it besides those in the room, and until when. */
const readers = ({ until, isReadable }: Retention) =>
  isReadable
    ? `在 ${formatKeptUntil(until)} 之前，组织者和本站运营者都能阅读这里的内容。`
    : `在 ${formatKeptUntil(until)} 之前，组织者能阅读这里的内容。`

/** The texts about a room that keeps what is said for its facilitator, in simplified Chinese. */
export const retentionTexts: typeof English = {
  kept: readers,
  beforeJoining: (retention) =>
    readers(retention) +
    (retention.after === 0
      ? '届时房间关闭，所有内容都会删除。'
      : `即房间关闭后${formatDuration(retention.after)}；如果关闭时间改变，这个时间也随之改变。`),
  afterClosing: ({ until, isReadable }) =>
    isReadable
      ? `不能再在其中发言。在 ${formatKeptUntil(until)} 之前，组织者和本站运营者都能阅读其中的内容，之后删除。`
      : `不能再在其中发言。在 ${formatKeptUntil(until)} 之前，组织者能阅读其中的内容，之后删除。`,
  changed: (retention) => `有变更：${readers(retention)}`,
  unkept: (closesAt) => `现在，这里的内容会在房间关闭时（${formatKeptUntil(closesAt)}）删除。`,
}
