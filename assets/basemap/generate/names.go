package main

import (
	"cmp"

	"qantar/geo/basemap"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countryNames gives the names of countries that the source or the Unicode
// locale data write too long, too old or otherwise than a map should. An empty
// field keeps theirs.
var countryNames = map[string]basemap.Names{
	"AE": {En: "United Arab Emirates", Ru: "ОАЭ", Kk: "БАӘ"},
	"BA": {En: "Bosnia and Herzegovina", Ru: "Босния и Герцеговина"},
	"BN": {En: "Brunei"},
	"CD": {En: "DR Congo", Ru: "ДР Конго", Kk: "Конго ДР"},
	"CF": {En: "Central African Republic", Ru: "ЦАР", Kk: "ОАР"},
	"CG": {En: "Congo", Ru: "Конго", Kk: "Конго"},
	"CI": {En: "Côte d'Ivoire", Ru: "Кот-д’Ивуар"},
	"CN": {En: "China", Ru: "Китай", Kk: "Қытай"},
	"CZ": {En: "Czechia", Ru: "Чехия", Kk: "Чехия"},
	"DO": {En: "Dominican Republic"},
	"FK": {En: "Falkland Islands"},
	"GB": {En: "United Kingdom", Ru: "Великобритания", Kk: "Ұлыбритания"},
	"GM": {En: "Gambia"},
	"HK": {En: "Hong Kong", Ru: "Гонконг", Kk: "Гонконг"},
	"KG": {En: "Kyrgyzstan", Ru: "Киргизия", Kk: "Қырғызстан"},
	"KP": {En: "North Korea", Ru: "КНДР", Kk: "Солтүстік Корея"},
	"KR": {En: "South Korea", Ru: "Республика Корея", Kk: "Оңтүстік Корея"},
	"KZ": {En: "Kazakhstan", Ru: "Казахстан", Kk: "Қазақстан"},
	"LA": {En: "Laos", Ru: "Лаос", Kk: "Лаос"},
	"MD": {En: "Moldova", Ru: "Молдавия", Kk: "Молдова"},
	"MK": {En: "North Macedonia", Ru: "Северная Македония", Kk: "Солтүстік Македония"},
	"MM": {En: "Myanmar", Ru: "Мьянма", Kk: "Мьянма"},
	"MN": {En: "Mongolia", Ru: "Монголия", Kk: "Моңғолия"},
	"MO": {En: "Macao", Ru: "Макао", Kk: "Макао"},
	"PS": {En: "Palestine", Ru: "Палестина", Kk: "Палестина"},
	"RU": {En: "Russia", Ru: "Россия", Kk: "Ресей"},
	"SA": {En: "Saudi Arabia", Ru: "Саудовская Аравия", Kk: "Сауд Арабиясы"},
	"SY": {En: "Syria", Ru: "Сирия", Kk: "Сирия"},
	"SZ": {En: "Eswatini", Ru: "Эсватини", Kk: "Эсватини"},
	"TJ": {En: "Tajikistan", Ru: "Таджикистан", Kk: "Тәжікстан"},
	"TM": {En: "Turkmenistan", Ru: "Туркмения", Kk: "Түрікменстан"},
	"TR": {En: "Turkey", Ru: "Турция", Kk: "Түркия"},
	"US": {En: "United States", Ru: "США", Kk: "АҚШ"},
	"UZ": {En: "Uzbekistan", Ru: "Узбекистан", Kk: "Өзбекстан"},
	"VN": {En: "Vietnam"},
}

// namesOfCountry puts together a country's names: the table's, else the
// source's, and for Kazakh those of the Unicode locale data.
func namesOfCountry(c country) basemap.Names {
	n := countryNames[c.alpha2]
	if n.En == "" {
		n.En = c.en
	}
	if n.Ru == "" {
		n.Ru = c.ru
	}
	if region, err := language.ParseRegion(c.alpha2); err == nil && n.Kk == "" {
		n.Kk = display.Regions(language.Kazakh).Name(region)
	}
	return n
}

// regionName gives a unit's names and the zoom level of its label.
type regionName struct {
	basemap.Names
	minZoom float64
}

// cityUnit is the zoom level of a unit that is one city: none that is reached,
// for the label of the place itself names it.
const cityUnit = 25

// regionNames are the units of Kazakhstan as they were called in January 2022.
var regionNames = map[string]regionName{
	"KZ-AKM": {basemap.Names{En: "Akmola Region", Kk: "Ақмола облысы", Ru: "Акмолинская область"}, 5},
	"KZ-AKT": {basemap.Names{En: "Aktobe Region", Kk: "Ақтөбе облысы", Ru: "Актюбинская область"}, 4.5},
	"KZ-ALA": {basemap.Names{En: "Almaty", Kk: "Алматы", Ru: "Алматы"}, cityUnit},
	"KZ-ALM": {basemap.Names{En: "Almaty Region", Kk: "Алматы облысы", Ru: "Алматинская область"}, 4.5},
	"KZ-AST": {basemap.Names{En: "Nur-Sultan", Kk: "Нұр-Сұлтан", Ru: "Нур-Султан"}, cityUnit},
	"KZ-ATY": {basemap.Names{En: "Atyrau Region", Kk: "Атырау облысы", Ru: "Атырауская область"}, 5},
	"KZ-KAR": {basemap.Names{En: "Karaganda Region", Kk: "Қарағанды облысы", Ru: "Карагандинская область"}, 4.5},
	"KZ-KUS": {basemap.Names{En: "Kostanay Region", Kk: "Қостанай облысы", Ru: "Костанайская область"}, 4.5},
	"KZ-KZY": {basemap.Names{En: "Kyzylorda Region", Kk: "Қызылорда облысы", Ru: "Кызылординская область"}, 4.5},
	"KZ-MAN": {basemap.Names{En: "Mangystau Region", Kk: "Маңғыстау облысы", Ru: "Мангистауская область"}, 4.5},
	"KZ-PAV": {basemap.Names{En: "Pavlodar Region", Kk: "Павлодар облысы", Ru: "Павлодарская область"}, 5},
	"KZ-SEV": {basemap.Names{En: "North Kazakhstan Region", Kk: "Солтүстік Қазақстан облысы", Ru: "Северо-Казахстанская область"}, 5},
	"KZ-SHY": {basemap.Names{En: "Shymkent", Kk: "Шымкент", Ru: "Шымкент"}, cityUnit},
	"KZ-VOS": {basemap.Names{En: "East Kazakhstan Region", Kk: "Шығыс Қазақстан облысы", Ru: "Восточно-Казахстанская область"}, 4.5},
	"KZ-YUZ": {basemap.Names{En: "Turkistan Region", Kk: "Түркістан облысы", Ru: "Туркестанская область"}, 5},
	"KZ-ZAP": {basemap.Names{En: "West Kazakhstan Region", Kk: "Батыс Қазақстан облысы", Ru: "Западно-Казахстанская область"}, 5},
	"KZ-ZHA": {basemap.Names{En: "Jambyl Region", Kk: "Жамбыл облысы", Ru: "Жамбылская область"}, 5},
	"KG-GB":  {basemap.Names{En: "Bishkek", Kk: "Бішкек", Ru: "Бишкек"}, cityUnit},
	"CN-XJ":  {basemap.Names{En: "Xinjiang", Kk: "Шыңжаң", Ru: "Синьцзян"}, 4.5},
	"TJ-SU":  {basemap.Names{En: "Sughd", Kk: "Соғды облысы", Ru: "Согдийская область"}, 6.5},
	"TJ-DU":  {basemap.Names{En: "Dushanbe", Kk: "Душанбе", Ru: "Душанбе"}, cityUnit},
	"TJ-RA":  {basemap.Names{En: "Districts of Republican Subordination", Kk: "Республикалық бағыныстағы аудандар", Ru: "Районы республиканского подчинения"}, 7},
	"RU-MOW": {basemap.Names{En: "Moscow", Kk: "Мәскеу", Ru: "Москва"}, cityUnit},
	"RU-SPE": {basemap.Names{En: "Saint Petersburg", Kk: "Санкт-Петербург", Ru: "Санкт-Петербург"}, cityUnit},
	"UZ-TK":  {basemap.Names{En: "Tashkent", Kk: "Ташкент", Ru: "Ташкент"}, cityUnit},
	"CN-BJ":  {basemap.Names{En: "Beijing", Kk: "Бейжің", Ru: "Пекин"}, cityUnit},
	"CN-SH":  {basemap.Names{En: "Shanghai", Kk: "Шанхай", Ru: "Шанхай"}, cityUnit},
	"CN-TJ":  {basemap.Names{En: "Tianjin", Kk: "Тяньцзинь", Ru: "Тяньцзинь"}, cityUnit},
	"MN-1":   {basemap.Names{En: "Ulaanbaatar", Kk: "Ұланбатыр", Ru: "Улан-Батор"}, cityUnit},
}

// foreignRegionZoom is the zoom level of the labels of units abroad.
const foreignRegionZoom = 6

// namesOfRegion puts together a unit's names: the tables', else the source's,
// and for Kazakh those of GeoNames.
func namesOfRegion(u unit, kazakh map[string]string) regionName {
	if n, ok := regionNames[u.code]; ok {
		return n
	}
	n := neighbourNames[u.code]
	return regionName{basemap.Names{
		En: cmp.Or(n.En, u.en), Ru: cmp.Or(n.Ru, u.ru), Kk: cmp.Or(n.Kk, kazakh[u.geoname]),
	}, foreignRegionZoom}
}
