/** The styles of a demo, in this order: what comes later prevails. */
import './demo.css';
import '../charts/charts.css';
import './shape.css';
import './controls.css';
import './player.css';
import './trouble.css';
import './question.css';
import './settings.css';
import './home.css';
import './actions.css';
import './print.css';
