/* SPDX-License-Identifier: Apache-2.0
 * Compressions of TIFF that are left out: linking them would bring in libraries
 * that hardly any image needs. Files that use them are refused. */
struct tiff;
int TIFFInitJBIG(struct tiff *file, int scheme) { return 0; }
int TIFFInitLERC(struct tiff *file, int scheme) { return 0; }
int TIFFInitLZMA(struct tiff *file, int scheme) { return 0; }
int TIFFInitZSTD(struct tiff *file, int scheme) { return 0; }
int TIFFInitWebP(struct tiff *file, int scheme) { return 0; }
