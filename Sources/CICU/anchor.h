// No ICU header on purpose: Foundation carries its own ICU, and both in one module clash.
