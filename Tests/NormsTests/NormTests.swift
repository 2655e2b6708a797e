// Norms in sentences of our own.

import Norms
import Testing
