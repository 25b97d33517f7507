import type { roomKeysTexts as English } from '../en/room-keys.ts'
import { formatDuration } from '../index.ts'

/** The texts about the keys of a room and its invite link, in simplified Chinese. */
export const roomKeysTexts: typeof English = {
  newLink: {
    label: '新链接',
    title: '生成新链接？',
    text: '旧链接从此什么也打不开。在场的人都会留下。',
    password: '新链接的密码（可选）',
    passwordHint: '进来的人除了链接还需要密码。请用不同于链接的方式告知。',
    tooShort: (min) => `请至少输入 ${min} 个字符。`,
    confirmLabel: '生成链接',
    cancelLabel: '保留旧链接',
    done: '已有新链接。',
  },
  seat: {
    held: (seconds) =>
      `对方离开满一分钟后席位才会空出。请等${formatDuration(seconds)}，否则链接会提示房间已满。`,
    free: '对方已离开一分钟：新链接会腾出席位，让对方再进来。',
  },
  close: {
    label: '关闭链接',
    title: '关闭链接？',
    text: '链接从此什么也打不开，其他人都不能进来。在场的人都会留下。',
    confirmLabel: '关闭链接',
    cancelLabel: '不关闭',
    done: '链接已关闭。',
  },
  reopen: {
    label: '重新打开',
    title: '重新打开房间？',
    text: '链接已关闭。新链接能再让人进来，并看到之前的所有内容。',
    confirmLabel: '生成链接',
  },
  remove: {
    text: '对方会立即离开，读不到此后的内容。说过的话会留下。',
    link: '链接也会随之更换：对方手里的链接什么也打不开了。',
    password: '链接的密码',
    passwordHint: '新链接沿用此密码。',
    done: (alias) => `已将 ${alias} 移出，链接已更换。`,
  },
}
