"""HTML to PDF bytes with WeasyPrint, which is imported in the workers only: the same bytes for the same paper, always."""

from generator.pdf.job import PdfJob, PdfResult
from generator.pdf.pango import PangoMissing
from generator.pdf.pool import print_all

__all__ = ["PangoMissing", "PdfJob", "PdfResult", "print_all"]
