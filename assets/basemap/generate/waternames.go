package main

import (
	"qantar/geo/basemap"

	"github.com/paulmach/orb"
)

// waters are the names of seas and lakes, the most important first. Positions
// are degrees and lie where a level label has room.
var waters = []basemap.Water{
	{Point: orb.Point{-150, 5}, MinZoom: 0, Name: basemap.Names{En: "Pacific Ocean", Kk: "Тынық мұхит", Ru: "Тихий океан"}},
	{Point: orb.Point{-38, 25}, MinZoom: 0, Name: basemap.Names{En: "Atlantic Ocean", Kk: "Атлант мұхиты", Ru: "Атлантический океан"}},
	{Point: orb.Point{80, -15}, MinZoom: 0, Name: basemap.Names{En: "Indian Ocean", Kk: "Үнді мұхиты", Ru: "Индийский океан"}},
	{Point: orb.Point{150, 78}, MinZoom: 2, Name: basemap.Names{En: "Arctic Ocean", Kk: "Солтүстік Мұзды мұхит", Ru: "Северный Ледовитый океан"}},
	{Point: orb.Point{50.6, 42.2}, MinZoom: 3.5, Name: basemap.Names{En: "Caspian Sea", Kk: "Каспий теңізі", Ru: "Каспийское море"}},
	{Point: orb.Point{34.3, 43.3}, MinZoom: 3.5, Name: basemap.Names{En: "Black Sea", Kk: "Қара теңіз", Ru: "Чёрное море"}},
	{Kind: basemap.Lake, Point: orb.Point{74.2, 46.35}, MinZoom: 5, Name: basemap.Names{En: "Lake Balkhash", Kk: "Балқаш көлі", Ru: "озеро Балхаш"}},
	{Kind: basemap.Lake, Point: orb.Point{58.45, 45.1}, MinZoom: 5, Name: basemap.Names{En: "Aral Sea", Kk: "Арал теңізі", Ru: "Аральское море"}},
	{Kind: basemap.Lake, Point: orb.Point{77.3, 42.43}, MinZoom: 5.5, Name: basemap.Names{En: "Issyk-Kul", Kk: "Ыстықкөл", Ru: "озеро Иссык-Куль"}},
	{Kind: basemap.Lake, Point: orb.Point{107.8, 53.6}, MinZoom: 4.5, Name: basemap.Names{En: "Lake Baikal", Kk: "Байкал көлі", Ru: "озеро Байкал"}},
	{Point: orb.Point{18, 34.2}, MinZoom: 3, Name: basemap.Names{En: "Mediterranean Sea", Kk: "Жерорта теңізі", Ru: "Средиземное море"}},
	{Point: orb.Point{64, 16}, MinZoom: 3, Name: basemap.Names{En: "Arabian Sea", Kk: "Араб теңізі", Ru: "Аравийское море"}},
	{Point: orb.Point{88, 14}, MinZoom: 3, Name: basemap.Names{En: "Bay of Bengal", Kk: "Бенгал шығанағы", Ru: "Бенгальский залив"}},
	{Point: orb.Point{40, 74}, MinZoom: 3, Name: basemap.Names{En: "Barents Sea", Kk: "Баренц теңізі", Ru: "Баренцево море"}},
	{Point: orb.Point{70, 76}, MinZoom: 3.5, Name: basemap.Names{En: "Kara Sea", Kk: "Кара теңізі", Ru: "Карское море"}},
	{Point: orb.Point{148, 54}, MinZoom: 3, Name: basemap.Names{En: "Sea of Okhotsk", Kk: "Охот теңізі", Ru: "Охотское море"}},
	{Point: orb.Point{134.5, 39.5}, MinZoom: 3.5, Name: basemap.Names{En: "Sea of Japan", Kk: "Жапон теңізі", Ru: "Японское море"}},
	{Point: orb.Point{113.5, 14}, MinZoom: 3, Name: basemap.Names{En: "South China Sea", Kk: "Оңтүстік Қытай теңізі", Ru: "Южно-Китайское море"}},
	{Point: orb.Point{125, 29}, MinZoom: 4, Name: basemap.Names{En: "East China Sea", Kk: "Шығыс Қытай теңізі", Ru: "Восточно-Китайское море"}},
	{Point: orb.Point{123, 36}, MinZoom: 4, Name: basemap.Names{En: "Yellow Sea", Kk: "Сары теңіз", Ru: "Жёлтое море"}},
	{Point: orb.Point{3, 56.5}, MinZoom: 3.5, Name: basemap.Names{En: "North Sea", Kk: "Солтүстік теңіз", Ru: "Северное море"}},
	{Point: orb.Point{19.3, 57}, MinZoom: 4, Name: basemap.Names{En: "Baltic Sea", Kk: "Балтық теңізі", Ru: "Балтийское море"}},
	{Point: orb.Point{2, 67}, MinZoom: 3.5, Name: basemap.Names{En: "Norwegian Sea", Kk: "Норвег теңізі", Ru: "Норвежское море"}},
	{Point: orb.Point{37.8, 21}, MinZoom: 4, Name: basemap.Names{En: "Red Sea", Kk: "Қызыл теңіз", Ru: "Красное море"}},
	{Point: orb.Point{51.3, 27}, MinZoom: 4.5, Name: basemap.Names{En: "Persian Gulf", Kk: "Парсы шығанағы", Ru: "Персидский залив"}},
	{Point: orb.Point{36.6, 46.1}, MinZoom: 5, Name: basemap.Names{En: "Sea of Azov", Kk: "Азов теңізі", Ru: "Азовское море"}},
	{Point: orb.Point{38, 65.6}, MinZoom: 4.5, Name: basemap.Names{En: "White Sea", Kk: "Ақ теңіз", Ru: "Белое море"}},
	{Kind: basemap.Lake, Point: orb.Point{31.5, 60.85}, MinZoom: 5.5, Name: basemap.Names{En: "Lake Ladoga", Kk: "Ладога көлі", Ru: "Ладожское озеро"}},
	{Kind: basemap.Lake, Point: orb.Point{35.4, 61.7}, MinZoom: 5.5, Name: basemap.Names{En: "Lake Onega", Kk: "Онега көлі", Ru: "Онежское озеро"}},
	{Kind: basemap.Lake, Point: orb.Point{43, 38.6}, MinZoom: 6.5, Name: basemap.Names{En: "Lake Van", Kk: "Ван көлі", Ru: "озеро Ван"}},
	{Kind: basemap.Lake, Point: orb.Point{45.5, 37.7}, MinZoom: 6.5, Name: basemap.Names{En: "Lake Urmia", Kk: "Үрмия көлі", Ru: "озеро Урмия"}},
	{Kind: basemap.Lake, Point: orb.Point{100.5, 51}, MinZoom: 6, Name: basemap.Names{En: "Lake Khövsgöl", Kk: "Хөвсгөл көлі", Ru: "озеро Хубсугул"}},
	{Kind: basemap.Lake, Point: orb.Point{92.75, 50.33}, MinZoom: 6, Name: basemap.Names{En: "Uvs Lake", Kk: "Увс көлі", Ru: "озеро Убсу-Нур"}},
	{Kind: basemap.Lake, Point: orb.Point{81.75, 46.15}, MinZoom: 6.5, Name: basemap.Names{En: "Lake Alakol", Kk: "Алакөл", Ru: "озеро Алаколь"}},
	{Kind: basemap.Lake, Point: orb.Point{83.9, 48}, MinZoom: 6.5, Name: basemap.Names{En: "Lake Zaysan", Kk: "Зайсан көлі", Ru: "озеро Зайсан"}},
	{Kind: basemap.Lake, Point: orb.Point{69, 50.4}, MinZoom: 6.5, Name: basemap.Names{En: "Lake Tengiz", Kk: "Теңіз көлі", Ru: "озеро Тенгиз"}},
	{Kind: basemap.Lake, Point: orb.Point{57.3, 41.9}, MinZoom: 6.5, Name: basemap.Names{En: "Sarygamysh Lake", Kk: "Сарықамыс көлі", Ru: "Сарыкамышское озеро"}},
	{Kind: basemap.Lake, Point: orb.Point{53.5, 41.4}, MinZoom: 7, Name: basemap.Names{En: "Garabogazköl", Kk: "Қарабұғазкөл", Ru: "залив Кара-Богаз-Гол"}},
	{Kind: basemap.Lake, Point: orb.Point{77.6, 54.85}, MinZoom: 6.5, Name: basemap.Names{En: "Lake Chany", Kk: "Шаны көлі", Ru: "озеро Чаны"}},
	{Point: orb.Point{-178, 58}, MinZoom: 3, Name: basemap.Names{En: "Bering Sea", Kk: "Беринг теңізі", Ru: "Берингово море"}},
	{Point: orb.Point{125, 75.5}, MinZoom: 3.5, Name: basemap.Names{En: "Laptev Sea", Kk: "Лаптевтер теңізі", Ru: "море Лаптевых"}},
	{Point: orb.Point{163, 72.5}, MinZoom: 3.5, Name: basemap.Names{En: "East Siberian Sea", Kk: "Шығыс Сібір теңізі", Ru: "Восточно-Сибирское море"}},
	{Point: orb.Point{133, 18}, MinZoom: 3, Name: basemap.Names{En: "Philippine Sea", Kk: "Филиппин теңізі", Ru: "Филиппинское море"}},
	{Point: orb.Point{-74, 15}, MinZoom: 3, Name: basemap.Names{En: "Caribbean Sea", Kk: "Кариб теңізі", Ru: "Карибское море"}},
	{Point: orb.Point{-90, 25}, MinZoom: 3, Name: basemap.Names{En: "Gulf of Mexico", Kk: "Мексика шығанағы", Ru: "Мексиканский залив"}},
	{Point: orb.Point{-85, 60}, MinZoom: 3, Name: basemap.Names{En: "Hudson Bay", Kk: "Гудзон шығанағы", Ru: "Гудзонов залив"}},
	{Point: orb.Point{172, 42}, MinZoom: 3.5, Name: basemap.Names{En: "Pacific Ocean", Kk: "Тынық мұхит", Ru: "Тихий океан"}},
}
