/** pdf.js builds drawing objects as it loads, though reading text needs none: these stand in where there are none. */
class Nothing {}

for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) {
  if (!(name in globalThis)) Object.assign(globalThis, { [name]: Nothing });
}
