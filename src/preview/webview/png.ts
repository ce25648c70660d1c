/** Twice the size in pixels: sharp on paper and on dense screens. */
const SCALE = 2;
/** The longest side that browsers draw a canvas with. */
const LONGEST = 16_384;

/** The text of an SVG file as the Base64 text of a PNG file; empty where it cannot be drawn. */
export async function makePng(svg: string): Promise<string> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(SCALE, LONGEST / image.width, LONGEST / image.height);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,|^data:,$/, '');
  } catch {
    return '';
  } finally {
    URL.revokeObjectURL(address);
  }
}
