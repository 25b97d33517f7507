import type { voiceTexts as English } from '../en/voice.ts'

/** The texts about voice messages, in simplified Chinese. */
export const voiceTexts: typeof English = {
  fileName: '语音消息',
  recording: '正在录音',
  started: (most) => `正在录音，最长 ${most}。按 Esc 取消。`,
  most: (most) => `最长 ${most}`,
  stop: '停止',
  cancel: '取消',
  canceled: '没有录下任何内容。',
  recorded: (length) => `已录制 ${length}，会随消息一起发送。`,
  full: (most) => `最长 ${most}。录音已停在这里并保留。`,
  tooShort: '太短了。请按住按钮说话，或点一下、说完再停止。',
  refusals: {
    NotAllowedError: '此处不允许使用麦克风。请在浏览器设置中为此页面允许麦克风，然后重新录制。',
    NotFoundError: '没有找到麦克风。请连接麦克风，然后重新录制。',
    NotReadableError: '现在不能使用麦克风：可能被其他程序占用。请关闭那个程序，然后重新录制。',
  },
  failed: '此处无法录音。请检查麦克风，然后重新录制。',
  own: '你的语音消息',
  from: (name) => `${name} 的语音消息`,
  play: (length) => `播放，${length}`,
  pause: '暂停',
  position: '进度',
  at: (at, length) => `${at} / ${length}`,
  unplayed: '此处无法播放，但仍可发送。',
  noRecording: '它自称是语音消息，但此处无法播放。你可以保存它。',
}
