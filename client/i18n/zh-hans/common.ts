import type { commonTexts as English } from '../en/common.ts'

/** The texts of every page, in simplified Chinese. Sentences are kind and short, and say what to do. */
export const commonTexts: typeof English = {
  brand: 'private-chat',
  darkTheme: '切换到深色主题',
  lightTheme: '切换到浅色主题',
  name: '你的名字',
  lineError: (fault, max) =>
    fault.is === 'long'
      ? `共 ${fault.length} 个字符，最多 ${max} 个：请缩短。`
      : fault.is === 'unseen'
        ? '其中有看不见的字符，请重新输入。'
        : fault.is === 'marks'
          ? '有字母带了太多附加符号。'
          : `请输入 1 到 ${max} 个可见字符。`,
  password: '密码',
  days: (days, hours) => `${days} 天${hours > 0 ? ` ${hours} 小时` : ''}`,
}
