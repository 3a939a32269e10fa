; Inno Setup 6. Never run; see README.md beside this file.
[Setup]
AppId={{6E0D7A5C-64D5-4F0E-9C63-2B1B7C1D9B52}
AppName=BMNN Desktop
AppVersion=0.1.0
DefaultDirName={autopf}\BMNN Desktop
DefaultGroupName=BMNN Desktop
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
OutputDir=..\..\dist
OutputBaseFilename=bmnn-desktop-setup
Compression=lzma2
SolidCompression=yes
UninstallDisplayName=BMNN Desktop
; Vaults lie in the users' own folders: neither upgrade nor removal touches them.

[Files]
Source: "..\..\build\package\bundle\bmnn-desktop\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\BMNN Desktop"; Filename: "{app}\bmnn-desktop.exe"
