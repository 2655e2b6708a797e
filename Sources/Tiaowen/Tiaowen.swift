// What a user of the library imports: every floor a caller meets, under one name.

@_exported import Citations
@_exported import HanText
@_exported import Interchange
@_exported import LawLibrary
@_exported import Legislation
@_exported import Norms
@_exported import Versions
