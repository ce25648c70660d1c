/**
 * A model that says something of everything there is to say, one declaration after the other. What is new is said in
 * declarations behind these: a hash of what could be said before must stay as it is.
 */
export const EVERYTHING: readonly string[] = [
  `system riverside "Riverside water treatment plant" {
  description "Two filter trains"  owner "Water authority"
  document "R-CRS-001"  classification "confidential"
  function "Drinking water"  intended-use "Continuous"
  equipment "Two filter trains", "Chlorine dosing"
  environment physical "Fenced site", logical "One uplink", organizational "Two shifts"
  assessment initial on 2026-03-02 by "Assessment team" evidence "docs/initial.pdf"
  tolerable-risk "No injury" by "Board" on 2026-05-04
  revision 2 on 2026-06-15 by "OT engineering" "first issue"
  revision "3b" on 2027-01-15 by "OT engineering" "dosing added"
  reference-model own  baseline iec62443-3-3, house
  rule zone-owner off "elsewhere"
  implements SR 1.3, SR 1.4
  approval on 2027-01-31 by "Plant manager" of revision "3b" hash "sha256:1:0" review 12
}`,
  'essential-function disinfection "Disinfection" on control.dosing { description "chlorine" }',
  'policy OT-POL-7 "Removable media" { version "4"  owner "OT security"  document "policies/media.md"  supports SR 2.3, SR 3.2 }',
  `countermeasure lock-3 "Locked cabinet" {
  owner "Shift lead"  description "K3"  evidence "docs/lock.md"  verified on 2026-11-02 by "OT security"  until 2028-01-31
}`,
  'regulation nis2-21 "NIS2 Article 21" { authority "BSI"  document "EU 2022/2555"  requires SR 1.1 RE(2), SR 1.13 on perimeter  requires SR 7.3 }',
  'threat-source crime "Organised crime" { capability 2  description "by way of the office"  source "national report" on 2026-10-01 }',
  'zone perimeter "Perimeter" : perimeter level 3.5 { sl-t 2  asset fw : firewall { sl-c 2 }  asset jump : jump-host }',
  `zone control "Control" : control {
  sl-t 2 { RDF 3 }
  safety no  criticality high  network "10.1.0.0/16"  boundary logical "Firewall", physical "Room"
  policy OT-POL-7, "House rules"  assumption "monitored"
  implements SR 5.2 by fw evidence "FAT-12"
  plans SR 6.2 until 2027-03-31 "sensor"
  excludes SR 1.6 because "no wireless"
  compensates SR 1.1 with lock-3, SR 2.1 because "shared login" by "Plant manager" until 2027-12-31
  accepts SR 2.4 until 2027-06-30 because "cannot"
  allow zone-record until 2027-01-01 because "later"
  zone dosing : cell level 1 { asset plc-1 : plc }
  asset hmi "Panel" : house-hmi {
    vendor "Acme"  product "Panel"  version "9"  serial "77"  location "K3"  supplier "Integrator"
    support-ends 2029-12-31  certificate "CSA"  classification "internal"  value "high"  sil 2  count 2
    runs-on plc-1  redundant-with plc-1  address "10.1.0.5"  shared-address "10.1.0.9"  software "OpenSSL 3"
  }
  flow hmi -> plc-1 : house-bus "polling" { when "always"  data "set points"  access write }
}`,
  `conduit link "Link" between control and perimeter {
  sl-t { 1 1 2 1 2 1 1 }
  via fw  owner "OT"  policy OT-POL-7  assumption "one cable"
  flow jump <-> hmi : rdp over ipsec port 3390
}`,
  `risk R-01 "Ransomware" on control, link {
  source crime  category safety, supply  threat "malware"  vulnerability "flat network"  consequence "no view"
  likelihood possible  impact major
  existing SR 5.2  mitigated-by SR 6.2, lock-3
  treatment mitigate  owner "OT security"
  residual likelihood unlikely impact major
  accepted until 2027-06-30 because "budget"
}`,
  `risk-matrix plant "Matrix" {
  likelihood unlikely, possible  impact minor, major
  row unlikely 1, 2  row possible 3, 5
  tolerable 3
}`,
  'profile hardening "Hardening" { SR 2.4, SR 3.2 }',
  'catalog house "House" edition "1" { group RDF "Flow" { control H-1 "Kiosk" sl 2 for control { applies zone  guidance "scan"  maps csf "PR.AC-1" } } }',
  'asset-type house-hmi "House panel" extends hmi { class host-device  level 2  kind control  flags sensor }',
  'protocol house-bus "House bus" { port tcp 5000  authentication none  integrity yes  network yes }',
  'reference-model own "Own" { kind control "Control" rank 2 { level 2  focus f "F" { H-1 asset house-hmi } }  kind cell rank 1  kind perimeter rank 3 { flags entry }  adjacent perimeter control, control cell }',
  'zone pumps : cell { sl-t 1 from R-01 because "no view"  implements SR 2.1 verified on 2026-11-02 by "OT security" }',
  `zone hall "Hall" : cell level 0, 1 {
  boundary logical none because "hard-wired", physical "Walls"
  separated-from perimeter, pumps
  access-point door "East door" : physical { location "East"  protection "locked"  used-by "Service", "Guards"  closed no }
}`,
  `conduit air between hall and pumps {
  boundary physical none because "radio"
  access-point wifi : logical { closed yes }
}`,
];
