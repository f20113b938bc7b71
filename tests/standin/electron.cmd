@echo off
rem Stands where Electron's own program would on Windows. See README.md.
setlocal
set "node=%~dp0..\..\node_modules\.bin\node.cmd"
if not exist "%node%" set "node=node"
call "%node%" --max-semi-space-size=16 "%~dp0boot.ts" %*
