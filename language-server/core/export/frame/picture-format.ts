import type { Theme } from '../../diagram/drawing/theme.ts';
import type { DiagramModel } from '../../diagram/model/diagram-model.ts';
import type { PictureOptions } from '../../diagram/model/picture-options.ts';
import type { PlantSystem } from '../../plant/plant.ts';

/** What an export is made from. */
export interface ExportInput {
  readonly plant: PlantSystem;
  /** The plant as its picture shows it. */
  readonly model: DiagramModel;
}

export interface ExportOptions extends PictureOptions {
  readonly theme: Theme;
  /** Path of a zone to export alone, with the neighbours that its conduits lead to; by default all of the system. */
  readonly zone?: string;
}

/** A size that a picture in pixels can have. */
export interface RasterScale {
  /** Pixels for one of the picture. */
  readonly scale: number;
  /** What it is good for, as a menu says it. */
  readonly hint: string;
}

/** A kind of file that a system can be exported as. */
export interface PictureFormat {
  readonly id: string;
  /** As menus name it. */
  readonly title: string;
  /** What it is good for, as a menu says it; of one in pixels each scale says so. */
  readonly hint?: string;
  /** What a file of it is, as a dialog that saves says it. */
  readonly fileType: string;
  /** Of the names of its files, without the dot. */
  readonly ending: string;
  /**
   * For pictures in pixels: `write` answers SVG, and who writes the file draws it in one of these sizes. Core has neither
   * fonts nor a canvas: the command line draws with a renderer of its own, the editor in the preview's page.
   */
  readonly raster?: { readonly scales: readonly RasterScale[]; readonly usual: number };
  /** Why the file cannot be made, if so: a sentence with what to do. To be asked before it is written. */
  refused?(input: ExportInput, options: ExportOptions): string | undefined;
  /** The text of the file. */
  write(input: ExportInput, options: ExportOptions): string;
}
