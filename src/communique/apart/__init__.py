"""Where pages of unknown making are taken apart: a process of its own, bounded in time and memory.

Whatever a page does to it, the program that asked goes on.
"""

from communique.apart.process import Passed as Passed
from communique.apart.process import Refused as Refused
from communique.apart.process import SeparateProcess as SeparateProcess
