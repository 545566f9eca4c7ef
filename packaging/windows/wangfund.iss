; The Windows installer (Inno Setup 6): for one user, without an administrator, Thai first.
;
; UNTRIED, ALL OF IT. No Windows machine was at hand when this was written: it was never compiled by Inno Setup, never
; run, never upgraded over, never uninstalled. What must be tried before a fund gets it:
;   - that it compiles, and that Inno Setup's own folder has Languages\Thai.isl (else take the line out);
;   - that it installs under a user name with Thai letters and spaces, with no administrator asked for;
;   - that a double click on a .wangfund file opens it;
;   - that installing over an older version leaves every fund file as it was, and that uninstalling does too;
;   - what SmartScreen and the usual virus scanners say of an installer that is not signed.
; Funds live in the user's own folders, never below {app}: neither installing nor uninstalling may touch them.

#define Version GetEnv("WANGFUND_VERSION")

[Setup]
AppId={{6E0B1B1E-6C5C-4C37-9E0D-2F7A1C8B6A10}
AppName=wangfund
AppVersion={#Version}
AppPublisher=wangfund contributors
DefaultDirName={localappdata}\Programs\wangfund
DefaultGroupName=wangfund
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
; Qt 6.11 asks for Windows 10 1809 or later, 64 bit.
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
CloseApplications=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=wangfund-{#Version}-setup
Compression=lzma2
SolidCompression=yes

[Languages]
Name: "thai"; MessagesFile: "compiler:Languages\Thai.isl"
Name: "english"; MessagesFile: "compiler:Default.isl"

[InstallDelete]
; A library of the last version left beside the new one could be loaded instead of it.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\wangfund\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\wangfund"; Filename: "{app}\wangfund.exe"
Name: "{userdesktop}\wangfund"; Filename: "{app}\wangfund.exe"

[Registry]
Root: HKCU; Subkey: "Software\Classes\.wangfund"; ValueType: string; ValueData: "wangfund.fund"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\wangfund.fund"; ValueType: string; ValueData: "wangfund"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\wangfund.fund\shell\open\command"; ValueType: string; ValueData: """{app}\wangfund.exe"" ""%1"""
