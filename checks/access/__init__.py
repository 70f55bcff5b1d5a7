"""`make access`: what a machine can tell of how the pages are to somebody who sees little or nothing."""
