// Makes the folder a test target until its tables come.

import Citations
