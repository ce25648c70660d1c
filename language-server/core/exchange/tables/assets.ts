import { defineTable, listed } from './define.ts';

/** One row an asset. */
export const assetTable = defineTable(
  'assets',
  ['Assets', 'Inventory', 'Devices', 'Inventar', 'Geräte', 'Geräteliste', 'Anlagenliste'],
  [
    { id: 'system', header: 'System', aliases: listed('SuC, System under consideration'), sort: 'name' },
    {
      // Not a bare "Number", which may be anything.
      id: 'id',
      header: 'Asset ID',
      aliases: listed(
        'ID, Asset No, Asset Number, Asset Tag, Device ID, CI ID, Sys ID, UUID, GUID, Object ID,',
        'Inventory Number, Inventarnummer, Inventar-Nr., Inv.-Nr., Anlagennummer, Geräte-ID, Geräte-Nr.,',
        'Equipment Number, Equipmentnummer, bom-ref',
      ),
      sort: 'text',
    },
    {
      id: 'name',
      header: 'Asset',
      aliases: listed(
        'Name, Asset Name, Device Name, Device, Host, Display Name, Node, Node Name, Component,',
        'Computer Name, System Name, Station Name, Tag, Tag Name, Equipment, Equipment Name, CI Name,',
        'Gerät, Gerätename, Geräte Name, Rechnername, Computername, Stationsname, PROFINET-Name,',
        'Anlagenteil, Betriebsmittel, Betriebsmittelkennzeichen, BMK, AKZ, Anlagenkennzeichen, KKS,',
        'Komponente',
      ),
      sort: 'name',
    },
    {
      id: 'hostname',
      header: 'Host name',
      aliases: listed('Hostname, Host Names, FQDN, DNS Name, DNS, NetBIOS Name, DNS-Name, Netzwerkname'),
      sort: 'text',
    },
    {
      id: 'title',
      header: 'Title',
      aliases: listed(
        'Label, Caption, Bezeichnung, Gerätebezeichnung, Titel, Benennung, Anzeigename, Klartext,',
        'Bezeichnung des technischen Objekts, Description of technical object, Technische Bezeichnung',
      ),
      sort: 'text',
    },
    {
      id: 'type',
      header: 'Type',
      aliases: listed(
        'Device Type, Asset Type, Device Class, Asset Class, Asset Category, Category, Class, Role,',
        'Device Role, Device Category, Kind, Component Type, CI Class, CI Type, Sys Class Name, Node Type,',
        'Gerätetyp, Gerätetype, Geräteart, Geräteklasse, Gerätekategorie, Kategorie, Klasse, Art, Rolle,',
        'Komponententyp, Anlagentyp, Assettyp, Typ, Assetklasse, Sub Type, Subtype, Equipment Type',
      ),
      sort: 'text',
    },
    {
      id: 'zone',
      header: 'Zone',
      aliases: listed(
        'Zone Name, Security Zone, Sicherheitszone, Segment, Network Segment, Netzsegment,',
        'Netzwerksegment, VLAN, VLAN Name, VLAN ID, Cell, Zelle, Subnet Name, Network Zone, Netzwerkzone,',
        'Netzbereich, Area, Bereich, Network Name, Netz, Zonenname, Trust Zone, IEC 62443 Zone,',
        'Security Group',
      ),
      sort: 'name',
    },
    {
      id: 'level',
      header: 'Level',
      aliases: listed(
        'Purdue Level, Purdue, Purdue Layer, Purdue-Level, ISA-95 Level, Ebene, Purdue-Ebene, Layer,',
        'Automatisierungsebene, Level (Purdue), ISA Level, Purdue Model Level, Purdue Modell, Leitebene',
      ),
      sort: 'number',
    },
    {
      id: 'address',
      header: 'Addresses',
      aliases: listed(
        'IP, IPs, Address, IP Address, IP Addresses, IP Addr, IPv4, IPv4 Address, IPv6, IPv6 Address,',
        'Primary IP, Primary IP4, Primary IP6, Management IP, Mgmt IP, Network Address, IP List, Host IP,',
        'IP-Adresse, IP-Adressen, IPv4-Adresse, IPv6-Adresse, Adresse, Adressen, Netzwerkadresse, PN IP,',
        'Primary IP Address, Last IP, Local IP, Primary IPv4, Primary IPv6, OOB IP, IP-Adresse 1, IP Adr.',
      ),
      sort: 'texts',
      several: true,
    },
    {
      id: 'mac',
      header: 'MAC addresses',
      aliases: listed(
        'MAC, MACs, MAC Address, MAC Addr, Physical Address, Ethernet Address, Hardware Address,',
        'MAC-Adresse, MAC-Adressen, Hardwareadresse, Physikalische Adresse, Physische Adresse,',
        'Primary MAC Address',
      ),
      sort: 'texts',
      several: true,
    },
    {
      id: 'vendor',
      header: 'Vendor',
      aliases: listed(
        'Manufacturer, Vendor Name, Make, Maker, Brand, OEM, Publisher, Manufacturer Name, Device Vendor,',
        'Hersteller, Fabrikat, Marke, Herstellername, MAC Vendor, Fabrikant, Device Manufacturer,',
        'Manufacturer of Asset, Hersteller des Anlagenteils, Hersteller der Anlage',
      ),
      sort: 'text',
    },
    {
      id: 'product',
      header: 'Product',
      aliases: listed(
        'Model, Model Name, Model Number, Model ID, Product Name, Device Model, Hardware Model, Hardware,',
        'Part Number, Order Number, Catalog Number, Article Number, Produkt, Modell, Modellbezeichnung,',
        'Produktname, Bestellnummer, Artikelnummer, MLFB, Typbezeichnung, Gerätemodell, Platform,',
        'Bestell-Nr., Artikel-Nr., Typenbezeichnung, Device Type Model, Hardware Type',
      ),
      sort: 'text',
    },
    {
      id: 'version',
      header: 'Version',
      aliases: listed(
        'Firmware, Firmware Version, FW, FW Version, Firmware Revision, Software Version, OS Version,',
        'Firmwarestand, Firmware-Stand, FW-Stand, Firmwareversion, Softwarestand, Softwareversion,',
        'Release, Revision, Patch Level, Patchlevel, Ausgabestand, SW Version, Betriebssystemversion',
      ),
      sort: 'text',
    },
    {
      id: 'serial',
      header: 'Serial number',
      aliases: listed(
        'Serial, Serial No, S/N, SN, Serial Num, Device Serial, Seriennummer, Serien-Nr., Serien Nr,',
        'Fabriknummer, Fabrik-Nr., Gerätenummer, Hardware Serial Number, Serialnummer, ManufSerialNo,',
        'Manufacturer Serial Number, Herst.-Serialnummer, Hersteller-Serialnummer, Herstellerserialnummer',
      ),
      sort: 'text',
    },
    {
      id: 'location',
      header: 'Location',
      aliases: listed(
        'Site, Place, Building, Room, Rack, Cabinet, Physical Location, Plant, Facility, Position,',
        'Standort, Ort, Einbauort, Gebäude, Raum, Schaltschrank, Schrank, Aufstellort, Halle, Werk,',
        'Installationsort, Ortskennzeichen, Room Number, Panel, Functional Location, Functional Loc.,',
        'Technischer Platz, Techn. Platz',
      ),
      sort: 'text',
      several: true,
    },
    {
      id: 'criticality',
      header: 'Criticality',
      aliases: listed(
        'Asset Criticality, Importance, Business Criticality, Priority, Kritikalität, Wichtigkeit,',
        'Criticity, Priorität, Kritisch, Schutzbedarf, Impact Rating, Criticality Rating',
      ),
      sort: 'word',
    },
    {
      id: 'description',
      header: 'Description',
      aliases: listed(
        'Comment, Comments, Notes, Note, Remarks, Remark, Function, Purpose, Details, Usage, Beschreibung,',
        'Bemerkung, Bemerkungen, Kommentar, Funktion, Zweck, Notiz, Anmerkung, Hinweis, Verwendung,',
        'Aufgabe, Description / Function',
      ),
      sort: 'text',
      several: true,
    },
    {
      id: 'count',
      header: 'Count',
      aliases: listed('Quantity, Qty, Amount, No. of Devices, Anzahl, Menge, Stück, Stückzahl, Stk, Pieces'),
      sort: 'number',
    },
    {
      id: 'owner',
      header: 'Owner',
      aliases: listed(
        'Asset Owner, Responsible, Owned By, Custodian, Contact, Managed By, Tenant, Department,',
        'Verantwortlich, Verantwortlicher, Eigentümer, Ansprechpartner, Besitzer, Zuständig, Abteilung',
      ),
      sort: 'text',
    },
    {
      id: 'supplier',
      header: 'Supplier',
      aliases: listed('Supplied By, Integrator, Lieferant, Zulieferer, Errichter, Distributor'),
      sort: 'text',
    },
    {
      id: 'support-ends',
      header: 'Support ends',
      aliases: listed(
        'End of Support, EoS, End of Life, EoL, Support Until, End of Support Date, Support End Date,',
        'Supportende, Abkündigung, Wartung bis, Support bis, Ende der Unterstützung',
      ),
      sort: 'day',
    },
    { id: 'sl-c', header: 'SL-C', aliases: listed('Capability Security Level, SL C, SL-C Vector'), sort: 'vector' },
    {
      id: 'software',
      header: 'Software',
      aliases: listed(
        'Operating System, OS, OS Name, Installed Software, Applications, Application, Software Name,',
        'OS Platform, Betriebssystem, Anwendung, Anwendungen, Installierte Software, Programme,',
        'Systemsoftware',
      ),
      sort: 'texts',
      several: true,
    },
    {
      id: 'ports',
      header: 'Open ports',
      aliases: listed(
        'Ports, Open Port, Port, Port Num, Services, Service, Protocols, Protocol, Listening Ports,',
        'Offene Ports, Dienste, Protokolle, Protokoll, Dienst',
      ),
      sort: 'texts',
      several: true,
    },
  ],
);
