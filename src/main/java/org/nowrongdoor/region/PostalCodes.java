package org.nowrongdoor.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every postal code with the middle of its area. */
final class PostalCodes {

    private static final List<String> COLUMNS = List.of(
            "country",
            "code",
            "town",
            "state_name",
            "state",
            "county",
            "county_part",
            "a",
            "b",
            "latitude",
            "longitude");
    private static final int CODES = 100_000;

    private final TsvReader file;
    private final int[] lines = new int[CODES];
    private final List<Block> blocks = new ArrayList<>();

    private PostalCodes(TsvReader file) {
        this.file = file;
        Arrays.fill(lines, -1);
        file.forEach(this::add);
    }

    /** Neighbouring lines of one state, up to the next block. */
    private record Block(String state, int from) {}

    /** The first line of a code counts: two numbers are listed once more, for military post. */
    private void add(TsvReader.Row row) {
        int code = Integer.parseInt(row.get("code"));
        if (lines[code] < 0) {
            lines[code] = row.offset();
        }
        var state = row.get("state");
        if (blocks.isEmpty() || !blocks.get(blocks.size() - 1).state.equals(state)) {
            blocks.add(new Block(state, row.offset()));
        }
    }

    /** A postal code.
     *  @param town the name that the post uses
     *  @param state empty for military post
     *  @param countyPart the last three digits of a county's FIPS code; empty for military post */
    record PostalCode(String code, String town, String state, String countyPart, Point point) {}

    /** The packaged codes: where each stands in its file, as few are ever asked for. */
    static PostalCodes read() {
        return new PostalCodes(TsvReader.withColumns("us-postal.tsv", COLUMNS));
    }

    private static PostalCode of(TsvReader.Row row) {
        return new PostalCode(
                row.get("code"),
                row.get("town"),
                row.get("state"),
                row.get("county_part"),
                new Point(row.number("latitude"), row.number("longitude")));
    }

    /** The code of five digits, if the post knows it. */
    Optional<PostalCode> find(String code) {
        int line = lines[Integer.parseInt(code)];
        return line < 0 ? Optional.empty() : Optional.of(of(file.at(line)));
    }

    /** Every code of a state, as the file has them. */
    List<PostalCode> inState(String state) {
        var codes = new ArrayList<PostalCode>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).state.equals(state)) {
                int to = i + 1 < blocks.size() ? blocks.get(i + 1).from : file.end();
                file.between(blocks.get(i).from, to, row -> codes.add(of(row)));
            }
        }
        return codes;
    }

    /** The states that have codes. */
    Set<String> states() {
        return blocks.stream()
                .map(Block::state)
                .filter(state -> !state.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The nearest of some codes. */
    static @Nullable PostalCode nearest(List<PostalCode> codes, Point point) {
        PostalCode best = null;
        double bestKm = Double.MAX_VALUE;
        for (var code : codes) {
            double km = code.point().kmTo(point);
            if (km < bestKm) {
                best = code;
                bestKm = km;
            }
        }
        return best;
    }
}
