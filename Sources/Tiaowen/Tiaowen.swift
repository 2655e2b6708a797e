@_exported import HanText
