/** A column of text that runs down a page and over to the next one. */
export interface Box {
  x: number;
  width: number;
  /** Top of the column on its first page, and on those after it. */
  top: number;
  nextTop: number;
  bottom: number;
}

export interface TextLook {
  font: string;
  size: number;
  color?: string;
  align?: 'left' | 'right' | 'center' | 'justify';
  spacing?: number;
  leading?: number;
  underline?: boolean;
}

export class Flow {
  y: number;
  private page = 0;

  constructor(
    readonly doc: PDFKit.PDFDocument,
    readonly box: Box,
  ) {
    this.y = box.top;
  }

  /** Makes sure that `height` points fit on this page, else goes on at the top of the next one. */
  need(height: number): void {
    if (this.y + height <= this.box.bottom) return;
    this.page += 1;
    const { start, count } = this.doc.bufferedPageRange();
    if (this.page >= start + count) this.doc.addPage();
    this.resume();
    this.y = this.box.nextTop;
  }

  /** Points the document at the page where this column stands; needed when two columns take turns. */
  resume(): void {
    this.doc.switchToPage(this.page);
  }

  space(points: number): void {
    this.y += points;
  }

  height(text: string, look: TextLook, width = this.box.width): number {
    this.apply(look);
    return this.doc.heightOfString(text, {
      width,
      lineGap: look.leading ?? 1.5,
      characterSpacing: look.spacing ?? 0,
    });
  }

  text(text: string, look: TextLook, indent = 0): void {
    const width = this.box.width - indent;
    const height = this.height(text, look, width);
    this.need(height);
    this.apply(look);
    this.doc.text(text, this.box.x + indent, this.y, {
      width,
      align: look.align ?? 'left',
      lineGap: look.leading ?? 1.5,
      characterSpacing: look.spacing ?? 0,
      underline: look.underline ?? false,
    });
    this.y += height;
  }

  /** Left text with a right-hand one on its first line; the left one wraps before it reaches the right. */
  spread(left: string, leftLook: TextLook, right: string, rightLook: TextLook): void {
    this.apply(rightLook);
    const rightWidth = right ? this.doc.widthOfString(right) + 10 : 0;
    const width = this.box.width - rightWidth;
    const height = this.height(left, leftLook, width);
    this.need(height + 14);
    this.apply(leftLook);
    this.doc.text(left, this.box.x, this.y, { width, lineGap: leftLook.leading ?? 1.5 });
    if (right) {
      this.apply(rightLook);
      const drop = Math.max(0, (leftLook.size - rightLook.size) * 0.8);
      this.doc.text(right, this.box.x + width, this.y + drop, { width: rightWidth, align: 'right' });
    }
    this.y += height;
  }

  bullet(text: string, look: TextLook, mark = '•', indent = 12): void {
    const height = this.height(text, look, this.box.width - indent);
    this.need(height);
    this.apply(look);
    this.doc.text(mark, this.box.x + 2, this.y, { width: indent, lineGap: look.leading ?? 1.5 });
    this.text(text, look, indent);
  }

  rule(color: string, thickness = 0.6): void {
    this.resume();
    this.doc
      .moveTo(this.box.x, this.y)
      .lineTo(this.box.x + this.box.width, this.y)
      .lineWidth(thickness)
      .strokeColor(color)
      .stroke();
  }

  private apply(look: TextLook): void {
    this.resume();
    this.doc
      .font(look.font)
      .fontSize(look.size)
      .fillColor(look.color ?? '#1a1a1a');
  }
}
