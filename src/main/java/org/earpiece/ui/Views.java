package org.earpiece.ui;

import java.util.List;
import org.earpiece.ui.actions.PacketActions;
import org.earpiece.ui.actions.Places;
import org.earpiece.ui.audio.AudioPane;
import org.earpiece.ui.calls.CallsView;
import org.earpiece.ui.calls.SummaryPane;
import org.earpiece.ui.capture.Exports;
import org.earpiece.ui.detail.BytesPane;
import org.earpiece.ui.detail.DetailPane;
import org.earpiece.ui.detail.MessagePane;
import org.earpiece.ui.detail.PacketPlace;
import org.earpiece.ui.kit.Pane;
import org.earpiece.ui.kit.View;
import org.earpiece.ui.kit.Workspace;
import org.earpiece.ui.ladder.LadderPane;
import org.earpiece.ui.packets.PacketsView;
import org.earpiece.ui.quality.QualityPane;
import org.earpiece.ui.registrations.RegistrationsView;
import org.earpiece.ui.registrations.SubscriptionsView;
import org.earpiece.ui.sdp.SdpPane;
import org.earpiece.ui.statistics.PlotPane;
import org.earpiece.ui.statistics.StatisticsView;
import org.earpiece.ui.streams.StreamsView;

/** The one list of views, and of the panes below each. */
final class Views {
  /**
   * A view and what is below it.
   *
   * @param left tabs of the larger place
   * @param right tabs of the place beside it
   */
  record Entry(View view, List<Pane> left, List<Pane> right) {}

  private final PacketsView packets;
  private final List<Entry> entries;
  private final List<Pane> panes;

  /**
   * @param play opens the sound of what is selected
   */
  Views(Workspace workspace, Exports exports, Runnable play, Places places) {
    PacketActions actions = new PacketActions(workspace, places);
    PacketPlace place = new PacketPlace(workspace, actions);
    Pane ladder = new LatePane<>("Ladder", () -> new LadderPane(workspace, actions));
    Pane quality = new LatePane<>("Quality", () -> new QualityPane(workspace, places::packet));
    LatePane<AudioPane> audio = new LatePane<>("Audio", () -> new AudioPane(workspace));
    Pane sdp = new LatePane<>("SDP", () -> new SdpPane(workspace));
    Pane summary = new LatePane<>("Summary", SummaryPane::new);
    Runnable playing =
        () -> {
          play.run();
          audio.pane().play();
        };
    PlotPane picture = new PlotPane(workspace);
    Pane message = new LatePane<>("Message", () -> new MessagePane(place));
    Pane details = new LatePane<>("Details", () -> new DetailPane(place));
    Pane bytes = new LatePane<>("Bytes", () -> new BytesPane(place));
    panes = List.of(ladder, summary, quality, audio, sdp, message, details, bytes, picture);
    packets = new PacketsView(workspace, actions);
    entries =
        List.of(
            new Entry(packets, List.of(details, message), List.of(bytes)),
            new Entry(
                new CallsView(workspace, actions, exports, playing),
                List.of(ladder, summary, quality, audio, sdp),
                List.of(message, details, bytes)),
            new Entry(
                new StreamsView(workspace, actions, playing),
                List.of(quality, ladder, audio),
                List.of(message, details, bytes)),
            new Entry(
                new RegistrationsView(workspace, actions, exports),
                List.of(ladder),
                List.of(message, details, bytes)),
            new Entry(
                new SubscriptionsView(workspace, actions, exports),
                List.of(ladder),
                List.of(message, details, bytes)),
            new Entry(new StatisticsView(workspace, picture), List.of(picture), List.of()));
  }

  PacketsView packets() {
    return packets;
  }

  /** In the order of the navigation. */
  List<Entry> entries() {
    return entries;
  }

  /** All panes, each once. */
  List<Pane> panes() {
    return panes;
  }
}
