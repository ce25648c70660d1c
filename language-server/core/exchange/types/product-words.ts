/**
 * Product families whose names say what a device is, whatever its vendor calls the type. The first that matches counts,
 * so a family stands before the one whose words it contains.
 */
export const PRODUCT_WORDS: readonly (readonly [words: RegExp, type: string])[] = [
  [
    /\b(1[256]\d\d|31\d)F[- ]|S7-\d{3,4}F\b|CPU \d{3,4}F\b|GuardLogix|Safety ?PLC|PNOZmulti|PSS ?4000|HIMax|HIMatrix/i,
    'safety-controller',
  ],
  [
    /\bTriconex|\bTricon\b|Trident|Safety Manager|DeltaV SIS|ProSafe|\bHIMA\b|Flexi Soft|TwinSAFE|Safety Controller/i,
    'safety-controller',
  ],
  [
    /\bET ?200|\b6ES7 ?1[35]\d|POINT I\/?O|FLEX I\/?O|\b1734-|\b1794-|\b750-[3-6]\d\d|BK9\d{3}|EK1\d{3}|Axioline|Inline I\/?O/i,
    'remote-io',
  ],
  [/\bCP ?(343|443|1[25]43)|\b6GK7|\b1756-EN|\b1783-NAT/i, 'communication-module'],
  [
    /\bS7-?(200|300|400|1200|1500)|\b6ES7|SIMATIC CPU|\bLOGO!|CompactLogix|ControlLogix|MicroLogix|Micro8\d\d|\bSLC ?5|\b17(56|69|63|66)-L/i,
    'plc',
  ],
  [
    /\bModicon|\bM(221|241|251|258|262|340|580)\b|\bBMX ?P|\bTM2\d\d|MELSEC|\bSysmac|\bN[XJ]\d-?\d{2}|\bCJ2|\bAC500|\bPFC[12]00|\bCX[1-9]\d{3}|\bX20CP|\bAXC ?F|\bILC ?1\d\d|\bFX5U|\bPACSystems|\bRX3i/i,
    'plc',
  ],
  [
    /\bAC ?800M|DeltaV (controller|MD|SD|SX)|Experion C300|\bC300\b|CENTUM|\bFCS\b|\bAS ?4[01]\d|PCS ?7 AS/i,
    'dcs-controller',
  ],
  [
    /\bPanelView|\b2711|\b6AV[26]|Comfort Panel|SIMATIC HMI|\b[KTM]TP ?\d{3,4}|Magelis|\bGOT ?\d{4}|\bNB\d|cMT\d|eXOR|\bHMI ?panel/i,
    'hmi-panel',
  ],
  [
    /\bSCALANCE ?S|Tofino|\bmGuard|\bEAGLE|\bIFW|FortiGate ?Rugged|\bFL MGUARD|\bISA ?3000|\bEDR-\d|Rugged ?Firewall/i,
    'industrial-firewall',
  ],
  [/\bSCALANCE ?W|\bAWK-|\bAP ?\d{3,4}\b|Access ?Point|\bAIR-(CT|AP)|\bBAT[- ]?[RC5]/i, 'wireless-access-point'],
  [/\bSCALANCE ?M|\bEWON|\bewon|Secomea|SiteManager|Tosibox|\bIXrouter|\bIXON/i, 'field-vpn-router'],
  [
    /\bSCALANCE ?X|\bStratix|\b17(83)-|\bEDS-|\bRS[23]0\b|\bMACH\d|RSPE|\bOCTOPUS|\bFL SWITCH|RUGGEDCOM RS|RUGGEDCOM|\bIE-?[2-5]\d{3}|\bSPIDER\b|Moxa EDS|Hirschmann/i,
    'industrial-switch',
  ],
  [
    /FortiGate|\bPA-\d{3,4}|Palo ?Alto|\bASA ?5\d{3}|Firepower|Check ?Point|SonicWall|WatchGuard|Sophos (XG|UTM)|\bSRX\d|pfSense|OPNsense|Barracuda/i,
    'firewall',
  ],
  [/Catalyst ?(3[68]|9[3456])\d\d|\bC9[3456]\d\d|Nexus \d|\bN9K/i, 'layer-3-switch'],
  [/Catalyst|\bWS-C|ProCurve|Aruba ?\d{4}|\bEX[234]\d{3}|Netgear GS|\bC1[03]00|\bC2960/i, 'managed-switch'],
  [/\bISR ?\d|\bASR ?\d|\bIR ?\d{3,4}\b|MikroTik|RouterBOARD|Cisco 8\d\d\b/i, 'router'],
  [/Waterfall|\bOWL\b|Fend\b|data ?diode|genua cyber-diode/i, 'data-diode'],
  [/\bNPort|\bDigi One|Lantronix|\bDeviceMaster|\bUDS-?\d/i, 'serial-device-server'],
  [
    /\bAnybus|\bMGate|\bnetTAP|\bPLX\d|ProSoft|\bDP\/?DP Coupler|\bIE\/PB|\bHART (gateway|multiplexer)/i,
    'protocol-gateway',
  ],
  [
    /PowerFlex|SINAMICS|Altivar|\bATV ?\d|\bACS ?\d{3}|\bVLT\b|FC[- ]?30\d|MICROMASTER|MOVITRAC|MOVIDRIVE|\bLenze 8|\b6SL3|\bG120|\bVFD\b/i,
    'variable-frequency-drive',
  ],
  [/Kinetix|SINAMICS S1[25]0|AX[58]\d{3}|ACOPOS|Lexium|IndraDrive|\bMR-J\d/i, 'servo-drive'],
  [/SINUMERIK|\bHeidenhain|\biTNC|\bFANUC (0i|3\di)|\bNCU\b/i, 'cnc-controller'],
  [/\bKRC ?\d|\bKR ?C\d|\bIRC5|OmniCore|R-30i|\bYRC1000|\bDX[12]00/i, 'robot-controller'],
  [/\bUR(3|5|10|16|20)e?\b|\bCRX-|\bLBR iiwa/i, 'cobot'],
  [/SIPROTEC|\bSEL-[3457]\d\d|\bREF6|\bRE[DLTX]6|MiCOM|\bRelion|\bGE ?(D|F|L|T)?60\b/i, 'protection-relay'],
  [/\bSICAM (A8000|RTU|AK)|\bRTU5[0-9]0|\bSCADAPack|\bROC800|\bControlWave|\bSAITEL/i, 'rtu'],
  [/\bPAC ?(3|4)\d{3}|PowerLogic|\bPM[5-8]\d{3}|\bUMG ?\d|Janitza|SENTRON PAC|\bION ?\d{4}/i, 'energy-meter'],
  [
    /WinCC|\bPCS ?7 OS|FactoryTalk View|\bInTouch|\biFIX|Citect|\bzenon\b|Ignition|\bGeoSCADA|\bAVEVA System Platform|\bWonderware/i,
    'scada-server',
  ],
  [
    /\bPI (Server|Data Archive|System)|OSIsoft|Proficy Historian|FactoryTalk Historian|Canary|\bIP\.21|InfoPlus|InfluxDB|Historian/i,
    'historian',
  ],
  [
    /TIA ?Portal|\bSTEP ?7|Studio ?5000|RSLogix|Unity Pro|Control Expert|GX Works|CODESYS|\bField ?PG|Automation Studio|Sysmac Studio/i,
    'engineering-workstation',
  ],
  [/KEPServer|Kepware|Matrikon|OPC (UA )?(server|gateway)|dataFEED|Softing/i, 'opc-server'],
  [/\bESXi|vSphere|Proxmox|Hyper-V|Nutanix|\bKVM host/i, 'virtualization-host'],
  [/vCenter|System Center Virtual/i, 'virtualization-manager'],
  [/SQL ?Server|\bOracle (DB|Database)|PostgreSQL|\bMySQL|MariaDB/i, 'database-server'],
  [/Domain ?Controller|Active ?Directory|\bADDS\b/i, 'domain-controller'],
  [/\bVeeam|Acronis|Commvault|Backup Exec/i, 'backup-server'],
  [/\bWSUS|\bSCCM|Patch ?Manager/i, 'patch-server'],
  [/Splunk|\bQRadar|ArcSight|Elastic SIEM|Wazuh/i, 'siem'],
  [/Nozomi|Claroty|Dragos|Cyber ?Vision|Defender for IoT|Rhebo|\bSCADAfence|Forescout eyeInspect/i, 'ids-sensor'],
  [/BeyondTrust|CyberArk|Wallix|Delinea/i, 'privileged-access-manager'],
  [/\bLANTIME|Meinberg|GPS clock|\bNTP server|SyncServer|\bSICLOCK/i, 'time-server'],
  [/Synology|QNAP|\bNAS\b|TrueNAS/i, 'nas'],
  [/\bAPC|Smart-UPS|\bEaton (5|9)P|SITOP UPS|\bUPS\b|\bUSV\b/i, 'ups'],
  [/SIMATIC IPC|\bIPC ?\d{3}|Box ?PC|\bC6\d{3}\b|industrial PC/i, 'industrial-pc'],
  [/Panel ?PC|\bCP[267]\d{3}\b/i, 'panel-pc'],
  [/IWSN|WirelessHART gateway|Smart Wireless Gateway|\b1410[HD]?\b/i, 'wireless-sensor-gateway'],
  [
    /Rosemount|Endress|\bE\+H\b|\bVEGA(PULS|FLEX|BAR)|Promag|Promass|Cerabar|Deltabar|Micropilot|Prosonic|SITRANS/i,
    'transmitter',
  ],
  [/\bAXIS (P|Q|M)\d|Hikvision|\bDS-2CD|Mobotix|\bFLEXIDOME/i, 'camera'],
  [/\bLaserJet|OfficeJet|\bBrother (HL|MFC)|Kyocera|\bRicoh|imageRUNNER/i, 'printer'],
  [/\bZT\d{3}|\bZebra|\bCognitive printer|\bSATO\b/i, 'label-printer'],
  [/\bIn-?Sight|\bCV-X|VisionHub|\bFQ2|\bLector6/i, 'machine-vision'],
  [/Desigo|\bPXC\d|\bTrend IQ|\bNiagara|\bJACE|Tridium|Saia ?PCD|\bPCD\d/i, 'building-controller'],
  [/\bPowerEdge|\bProLiant|\bPRIMERGY|ThinkSystem|\bUCS C\d{3}/i, 'application-server'],
  [/\bOptiPlex|\bEliteDesk|ThinkCentre|\bLatitude|ThinkPad|EliteBook/i, 'business-workstation'],
  [/\biPad|\biPhone|Galaxy Tab|Toughpad/i, 'mobile-device'],
];
