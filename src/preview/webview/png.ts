/** The longest side that browsers draw a canvas with. */
const LONGEST = 16_384;

/** The text of an SVG file as a PNG file, so many times its size in pixels; undefined where it cannot be drawn. */
async function draw(svg: string, scale: number): Promise<Blob | undefined> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const factor = Math.min(scale, LONGEST / image.width, LONGEST / image.height);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * factor);
    canvas.height = Math.round(image.height * factor);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'));
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** As the Base64 text of the file; empty where it cannot be drawn. */
export async function makePng(svg: string, scale: number): Promise<string> {
  const blob = await draw(svg, scale);
  if (!blob) return '';
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  // As many at once as a call may have arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Puts a picture on the clipboard, twice its size in pixels; false where that is not possible. */
export async function copyPng(svg: string): Promise<boolean> {
  const blob = await draw(svg, 2);
  if (!blob) return false;
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    return true;
  } catch {
    return false;
  }
}
