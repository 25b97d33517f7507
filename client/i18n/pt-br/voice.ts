import type { voiceTexts as English } from '../en/voice.ts'

/** The texts about voice messages, in Brazilian Portuguese. */
export const voiceTexts: typeof English = {
  fileName: 'Mensagem de voz',
  recording: 'Gravando',
  started: (most) => `Gravando, até ${most}. Escape cancela.`,
  most: (most) => `de ${most}`,
  stop: 'Parar',
  cancel: 'Cancelar',
  canceled: 'Nada foi gravado.',
  recorded: (length) => `Gravado: ${length}. Vai com a sua mensagem.`,
  full: (most) => `${most} é o máximo. A gravação parou aí e está guardada.`,
  tooShort: 'Foi curto demais. Segure o botão enquanto fala, ou toque, fale e pare.',
  refusals: {
    NotAllowedError:
      'O microfone não é permitido aqui. Permita-o para esta página nas configurações do navegador e grave de novo.',
    NotFoundError: 'Nenhum microfone foi encontrado. Conecte um e grave de novo.',
    NotReadableError:
      'Não dá para usar o microfone agora: outro programa pode estar com ele. Feche-o e grave de novo.',
  },
  failed: 'Não foi possível gravar aqui. Confira seu microfone e grave de novo.',
  own: 'Sua mensagem de voz',
  from: (name) => `Mensagem de voz de ${name}`,
  play: (length) => `Ouvir, ${length}`,
  pause: 'Pausar',
  position: 'Posição',
  at: (at, length) => `${at} de ${length}`,
  unplayed: 'Não dá para ouvir aqui. Ainda assim pode ser enviada.',
  noRecording: 'Diz que é uma mensagem de voz, mas não dá para ouvir aqui. Você pode salvá-la.',
}
