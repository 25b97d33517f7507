import type { deviceTexts as English } from '../en/device.ts'

/** The texts of what is chosen on a device for every room, in Brazilian Portuguese. */
export const deviceTexts: typeof English = {
  title: 'Neste dispositivo',
  text: 'Fica guardado neste navegador, para todas as salas.',
  away: 'Enquanto você olha para outro lugar',
  sound: 'Tocar um som discreto',
  soundHint: 'Quando alguém diz algo. Se batem à porta, o som toca mesmo enquanto você olha.',
  notify: 'Mostrar uma notificação',
  notifyHint: 'Ela diz que há uma mensagem. Nunca o que diz nem quem escreveu.',
  notifyDenied:
    'Seu navegador bloqueia as notificações deste site. Você pode permiti-las nas configurações dele.',
  blur: 'Desfocar a sala',
  blurHint: 'Mensagens e nomes não podem ser lidos até você voltar.',
  typing: 'Digitação',
  sendTyping: 'Mostrar aos outros que você está digitando',
  sendTypingHint: 'Eles veem que você escreve, nunca o quê.',
  showTyping: 'Mostrar quem está digitando',
  showTypingHint: 'Abaixo das mensagens.',
  exit: 'Com pressa',
  exitOn: 'Esc duas vezes: sair na hora',
  exitHint:
    'Nada é perguntado: esta aba esquece a sala, seu lugar fica livre e outra página se abre. O que não foi enviado se perde.',
  exitAddress: 'A página que se abre',
  exitAddressHint: 'O que seu navegador registra como visitado continua no histórico.',
  exitAddressWrong: 'Escreva o endereço de uma página de outro site, como https://example.org.',
  enterSends: 'Enviar com Enter',
  enterSendsHint: 'No teclado da tela. Sem isso, Enter começa uma nova linha e o botão envia.',
}
