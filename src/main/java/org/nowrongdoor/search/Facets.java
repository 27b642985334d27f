package org.nowrongdoor.search;

import java.util.List;

/** The counts that can be asked for beside the hits. */
final class Facets {

    static final List<String> NAMES = List.of("need", "region", "language", "channel", "kind", "led_by");

    private Facets() {}
}
