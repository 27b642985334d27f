package org.nowrongdoor.drill;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many who ask the same of one server, from one thread: what it costs to ask must not be taken from who answers. */
final class Crowd implements AutoCloseable {

    /** What came of one question; status 0 when nothing did.
     *  @param nanos from the moment when the question was due */
    record Outcome(int status, long nanos) {}

    private final InetSocketAddress server;
    private final ByteBuffer request;
    private final Selector selector;
    private final ByteBuffer room = ByteBuffer.allocateDirect(1 << 16);
    private final ArrayDeque<Line> idle = new ArrayDeque<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private int asking;
    private int lines;

    /** How often all lines were busy, so that a question stayed unasked. */
    int unasked;

    /** How many connections were made. */
    int connections;

    Crowd(InetSocketAddress server, byte[] request) throws IOException {
        this.server = server;
        this.request = ByteBuffer.allocateDirect(request.length).put(request).flip();
        this.selector = Selector.open();
    }

    /** So many ask, each again as soon as it is answered. */
    List<Outcome> oneAfterTheOther(int askers, double seconds) throws IOException {
        outcomes.clear();
        var until = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < until) {
            while (asking < askers) {
                ask(System.nanoTime(), askers);
            }
            take(5);
        }
        return finished();
    }

    /** Asks at a rate, whether or not answers come, on at most so many connections. */
    List<Outcome> atARate(double perSecond, double seconds, int mostLines) throws IOException {
        outcomes.clear();
        unasked = 0;
        connections = 0;
        var start = System.nanoTime();
        var questions = (long) (perSecond * seconds);
        for (long sent = 0; sent < questions; ) {
            var due = Math.min(questions, (long) ((System.nanoTime() - start) / 1e9 * perSecond));
            for (; sent < due; sent++) {
                ask(start + (long) (sent / perSecond * 1e9), mostLines);
            }
            take(1);
        }
        return finished();
    }

    private List<Outcome> finished() throws IOException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (asking > 0 && System.nanoTime() < until) {
            take(50);
        }
        return List.copyOf(outcomes);
    }

    private void ask(long due, int mostLines) throws IOException {
        var line = idle.poll();
        if (line == null && lines >= mostLines) {
            unasked++;
            return;
        }
        if (line == null) {
            line = new Line(selector, server);
            lines++;
            connections++;
        }
        asking++;
        try {
            line.ask(request, due);
        } catch (IOException e) {
            lost(line);
        }
    }

    private void take(int mostMillis) throws IOException {
        selector.select(this::take, mostMillis);
    }

    private void take(SelectionKey key) {
        var line = (Line) key.attachment();
        try {
            if (key.isConnectable()) {
                line.connected();
            } else if (key.isWritable()) {
                line.send();
            }
            if (key.isReadable() && line.take(room)) {
                answered(line);
            }
        } catch (IOException e) {
            if (idle.remove(line)) {
                // It was closed while no one asked.
                lines--;
                line.close();
            } else {
                lost(line);
            }
        }
    }

    private void answered(Line line) {
        asking--;
        outcomes.add(new Outcome(line.status, System.nanoTime() - line.askedAt));
        if (line.closesAfterwards()) {
            lines--;
            line.close();
        } else {
            idle.push(line);
        }
    }

    private void lost(Line line) {
        asking--;
        lines--;
        outcomes.add(new Outcome(0, System.nanoTime() - line.askedAt));
        line.close();
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) {
            ((Line) key.attachment()).close();
        }
        selector.close();
    }
}
