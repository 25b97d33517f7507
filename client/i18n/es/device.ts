import type { deviceTexts as English } from '../en/device.ts'

/** The texts of what is chosen on a device for every room, in Spanish. */
export const deviceTexts: typeof English = {
  title: 'En este dispositivo',
  text: 'Se guarda en este navegador, para todas las salas.',
  away: 'Mientras miras a otro lado',
  sound: 'Reproducir un sonido suave',
  soundHint: 'Cuando alguien dice algo. Si alguien toca a la puerta, suena también mientras miras.',
  notify: 'Mostrar una notificación',
  notifyHint: 'Dice que hay un mensaje. Nunca qué dice ni quién lo escribió.',
  notifyDenied: 'Tu navegador bloquea las notificaciones de este sitio. Puedes permitirlas en sus ajustes.',
  blur: 'Desenfocar la sala',
  blurHint: 'Los mensajes y los nombres no se pueden leer hasta que vuelvas.',
  typing: 'Al escribir',
  sendTyping: 'Mostrar a los demás que estás escribiendo',
  sendTypingHint: 'Ven que escribes, nunca qué.',
  showTyping: 'Mostrar quién está escribiendo',
  showTypingHint: 'Debajo de los mensajes.',
  exit: 'Con prisa',
  exitOn: 'Esc dos veces: salir al instante',
  exitHint:
    'No se pregunta nada: esta pestaña olvida la sala, tu lugar queda libre y se abre otra página. Lo que no se haya enviado se pierde.',
  exitAddress: 'La página que se abre',
  exitAddressHint: 'Lo que tu navegador anota como visitado sigue en su historial.',
  exitAddressWrong: 'Escribe la dirección de una página de otro sitio, como https://example.org.',
  enterSends: 'Enviar con Intro',
  enterSendsHint: 'En el teclado en pantalla. Si no, Intro empieza una línea nueva y el botón envía.',
}
