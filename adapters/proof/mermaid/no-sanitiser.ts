/**
 * Stands in for `dompurify` in the bundled parser, which needs a browser's document only to be imported. It passes text
 * through: right for parsing, where nothing is drawn, and never to be used for rendering.
 */
const passThrough = {
  addHook: (): void => {},
  removeHook: (): void => {},
  setConfig: (): void => {},
  sanitize: (text: unknown): unknown => text,
  isSupported: false,
};
export default passThrough;
